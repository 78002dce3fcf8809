import type { Language } from '../course/catalogue.ts';

/**
 * Reads a language tag such as `zh`, `zh-CN` or `en_GB.UTF-8`; `undefined` for a language we do
 * not speak.
 */
export function languageOfTag(tag: string): Language | undefined {
  const [language] = tag.toLowerCase().split(/[-_.]/);
  return language === 'en' || language === 'zh' ? language : undefined;
}

/** Chooses the language: `COURSE_LANG`, else the first of the locale variables that is set. */
export function languageOf(env: Record<string, string | undefined>): Language {
  const asked = languageOfTag(env.COURSE_LANG ?? '');
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return asked ?? languageOfTag(locale) ?? 'en';
}
