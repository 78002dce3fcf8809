import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { messages } from './messages.ts';
import { zh } from './zh.ts';

const HALF_WIDTH =
  /[\u3400-\u9fff\u3002\uff00-\uffef][,:;?!()]|[,:;?!(][\u3400-\u9fff]|[\u3400-\u9fff]\.(?=['`\n])/;

/** Every text, with the functions called on made-up words. */
function textsOf(group: object): string[] {
  return Object.values(group).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [String(value('one', 2, 3))];
    return textsOf(value as object);
  });
}

test('messages() has everything in both languages, and no English left in the Chinese', () => {
  expect(messages('en')).toBe(en);
  expect(messages('zh')).toBe(zh);
  expect(textsOf(zh)).toHaveLength(textsOf(en).length);
  for (const text of textsOf(zh)) expect(text).toMatch(/[\u3400-\u9fff]|^one — 2/);
  for (const text of textsOf(en)) expect(text).not.toMatch(/[\u3400-\u9fff]/);
});

test.for(['zh.ts', '../../report/words.ts', '../../course/progress-line.ts', '../main.mjs'])(
  'Chinese in %s is punctuated as Chinese is',
  (name) => {
    const text = readFileSync(path.join(import.meta.dirname, name), 'utf8');
    expect(text.match(new RegExp(`.*(?:${HALF_WIDTH.source}).*`, 'g')) ?? []).toEqual([]);
  },
);
