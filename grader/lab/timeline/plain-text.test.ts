import { expect, test } from 'vitest';
import { columnsOf, cut, plain, wrap } from './plain-text.ts';

test.each([
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['下载', 4],
  ['한글', 4],
  ['ｆｕｌｌ', 8],
  ['。', 2],
  ['😀', 2],
  ['𠀀', 2],
  ['├─┤✗⊘▸▲█·…', 10],
])('columnsOf(%j) is %d', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

test('plain() leaves one line of visible, well-formed text', () => {
  expect(plain('a\r\nb\tc')).toBe('a  b c');
  expect(plain('\u001b[31mred\u0007')).toBe('[31mred');
  expect(plain('\u202eevil\u2066\u200b\ufeff❤\ufe0f')).toBe('evil❤');
  expect(plain('x\ud800y\ufffe')).toBe('x\ufffdy');
});

test('cut() never splits a character', () => {
  expect(cut('abcdef', 6)).toBe('abcdef');
  expect(cut('abcdef', 5)).toBe('abcd…');
  expect(cut('下载下载', 6)).toBe('下载…');
  expect(cut('😀😀😀', 5)).toBe('😀😀…');
  expect(cut('abcdef', 5, '...')).toBe('ab...');
});

test('wrap() breaks between words, within long ones, and anywhere in Chinese', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('one two', 7)).toEqual(['one two']);
  expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  expect(wrap('一 二三四五六', 8)).toEqual(['一 二三', '四五六']);
  expect(wrap('a\n\nb', 8)).toEqual(['a', '', 'b']);
  expect(wrap('', 8)).toEqual(['']);
});
