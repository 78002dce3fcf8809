import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COURSE_ROOT, loadPlaces } from '../../course/catalogue.ts';
import { guestBundle } from './build-bundle.ts';
import { withoutCodeCache } from './code-cache.ts';

const size = (bytes: number): Buffer => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(bytes));
  return buffer;
};
const sized = (text: string): Buffer => Buffer.concat([size(text.length), Buffer.from(text)]);

/** Like the end of a snapshot: a list of so many modules and their code. */
function codeCache(modules: number): Buffer {
  const entries = Array.from({ length: modules }, (_, i) => [
    sized(i === 0 ? 'fs' : `internal/module-${i}`),
    sized('code'.repeat(i)),
  ]);
  return Buffer.concat([size(modules), ...entries.flat()]);
}

const heap = Buffer.from('a heap, and what else there is before the list');

test('the list of compiled modules at the end of a snapshot is emptied', () => {
  expect(withoutCodeCache(Buffer.concat([heap, codeCache(300)]))).toEqual(
    Buffer.concat([heap, size(0)]),
  );
});

test.each([
  ['no list at its end', heap],
  ['a name and no list', Buffer.concat([heap, sized('fs')])],
  ['a list that is empty already', Buffer.concat([heap, size(0)])],
  ['a list that is too short to be one', Buffer.concat([heap, codeCache(3)])],
  ['something after the list', Buffer.concat([heap, codeCache(300), Buffer.from('!')])],
  ['a list that is cut off', Buffer.concat([heap, codeCache(300)]).subarray(0, -1)],
])('a snapshot with %s is left as it is', (_, blob) => {
  expect(withoutCodeCache(blob)).toBe(blob);
});

test('the snapshot of a guest ends with an empty list', async () => {
  const { snapshot } = await guestBundle(COURSE_ROOT, loadPlaces());
  expect(readFileSync(snapshot).subarray(-8)).toEqual(size(0));
});
