import { stripVTControlCharacters } from 'node:util';

// Everything but line feed and tab that moves a cursor, rings, hides or reorders what follows.
const CONTROL = new RegExp(
  [
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]',
    '[\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]',
  ].join('|'),
  'g',
);

/**
 * Makes text that a submission had a say in safe to print: no escape sequences, no control
 * characters.
 */
export function plain(untrustedText: string): string {
  return stripVTControlCharacters(untrustedText).replaceAll('\t', '  ').replace(CONTROL, '');
}
