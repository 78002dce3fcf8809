import type { Language } from '../../course/catalogue.ts';
import { en, type Messages } from './en.ts';
import { zh } from './zh.ts';

const all: Record<Language, Messages> = { en, zh };

/** Everything that the commands say, in one language. */
export function messages(language: Language): Messages {
  return all[language];
}
