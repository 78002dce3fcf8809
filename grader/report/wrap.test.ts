import { expect, test } from 'vitest';
import { padTo, width } from './width.ts';
import { wrap } from './wrap.ts';

const chinese = '每个 await 都会暂停整个函数\uff1a前一次下载结束之后\uff0c下一次才开始。';

test('wrap() breaks between words and indents every line', () => {
  expect(wrap('one two three four five six', 22, '  ')).toBe('  one two three four\n  five six');
});

test('wrap() keeps lines that were broken before, with their own indent', () => {
  expect(wrap('Which exercise?\n    npm run hint overlap', 80)).toBe(
    'Which exercise?\n    npm run hint overlap',
  );
  expect(wrap('a\n\nb', 80, '  ')).toBe('  a\n\n  b');
});

test('wrap() leaves a word alone that is longer than the line', () => {
  const long = 'x'.repeat(60);
  expect(wrap(`see ${long} there`, 30)).toBe(`see\n${long}\nthere`);
});

test('wrap() breaks Chinese between characters, but never before a full stop or comma', () => {
  for (let columns = 20; columns < 60; columns++) {
    const lines = wrap(chinese, columns).split('\n');
    expect(lines.join('').replaceAll(' ', '')).toBe(chinese.replaceAll(' ', ''));
    for (const line of lines) {
      expect(line).not.toMatch(/^[\uff0c\uff1a\u3002]/);
      // A sign that must not come first may stand one character further right.
      expect(width(line)).toBeLessThanOrEqual(columns + 2);
    }
  }
});

test('wrap() never breaks a command between backticks', () => {
  const text = 'Read it with `npm run solution overlap` when you like';
  expect(wrap(text, 32)).toBe('Read it with\n`npm run solution overlap` when\nyou like');
});

test('width() counts two columns for a Chinese character and one for a line', () => {
  expect(width('下载\uff1a├─┤')).toBe(9);
  expect(`${padTo('编写', 7)}|`).toBe('编写   |');
});
