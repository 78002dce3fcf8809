import { expect, test } from 'vitest';
import { shrink } from './shrink.ts';

/** Shrinks with a test that fails for what `fails` says, and counts how often it was asked. */
async function shrunk(choices: number[], fails: (choices: readonly number[]) => boolean) {
  let asked = 0;
  const result = await shrink(choices, async (candidate) => {
    asked += 1;
    return fails(candidate);
  });
  return { result, asked };
}

test('sets back what is not needed, and keeps what is', async () => {
  const { result } = await shrunk([3, 1, 2, 1], (choices) => choices[2] === 2);
  expect(result).toEqual([0, 0, 2]);
});

test('tries the smallest choice first, and takes the first that still fails', async () => {
  const { result, asked } = await shrunk([9], ([choice = 0]) => choice >= 4);
  expect([result, asked]).toEqual([[4], 5]);
});

test('keeps two choices that are needed together', async () => {
  const { result } = await shrunk([1, 1, 1, 1], ([a, , c]) => a === 1 && c === 1);
  expect(result).toEqual([1, 0, 1]);
});

test('leaves out the zeros at the end, without asking', async () => {
  expect(await shrunk([0, 0], () => true)).toEqual({ result: [], asked: 0 });
  expect(await shrunk([0, 1, 0, 0], (choices) => choices[1] === 1)).toEqual({
    result: [0, 1],
    asked: 1,
  });
});

test('hands out candidates without zeros at the end', async () => {
  const asked: string[] = [];
  await shrink([2, 0, 1], async (candidate) => {
    asked.push(candidate.join());
    return true;
  });
  expect(asked).toEqual(['0,0,1', '']);
});

test('gives up after 200 questions with what it has', async () => {
  const long = Array.from({ length: 300 }, () => 1);
  const { result, asked } = await shrunk(long, () => false);
  expect(asked).toBe(200);
  expect(result).toEqual(long);
});

test('does not change what it is given', async () => {
  const choices = [1, 2];
  await shrunk(choices, () => true);
  expect(choices).toEqual([1, 2]);
});
