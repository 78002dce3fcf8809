import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.for([
  [{}, 'en'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW' }, 'zh'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'zh' }, 'zh'],
  [{ COURSE_LANG: 'zh', LC_ALL: 'en_US.UTF-8' }, 'zh'],
  [{ COURSE_LANG: 'en', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ COURSE_LANG: 'zh-CN' }, 'zh'],
  [{ COURSE_LANG: 'klingon', LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zhoo' }, 'en'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
] as const)('languageOf(%o) is %s', ([env, language]) => {
  expect(languageOf(env)).toBe(language);
});
