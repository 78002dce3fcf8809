import { expect, test } from 'vitest';
import { plain } from './plain.ts';

test('plain() takes colours, cursor movements and links out of a message', () => {
  expect(plain('a\x1b[31mred\x1b[0m b\x1b[2J\x1b[1;1H')).toBe('ared b');
  expect(plain('\x1b]8;;http://evil\x07click\x1b]8;;\x07')).toBe('click');
  expect(plain('\x9b31mred')).toBe('red');
});

test('plain() lets nothing overwrite, reorder or hide what is on the line', () => {
  expect(plain('failed\r✓ passed')).toBe('failed✓ passed');
  expect(plain('a\u202eb\u2066c\u200bd\u0008e\u0007')).toBe('abcde');
  expect(plain('half an escape \x1b')).toBe('half an escape ');
});

test('plain() keeps words, line ends and the drawing of a timeline', () => {
  expect(plain('下载 “a”\n├──┤')).toBe('下载 “a”\n├──┤');
  expect(plain('a\tb')).toBe('a  b');
});
