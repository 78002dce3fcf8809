import { expect, test } from 'vitest';
import { trackPromises } from './stuck.ts';

/** The names of the functions of this file in a stack, innermost first. */
function functionsIn(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.includes('stuck.test'));
  return frames.map((line) => /at (?:async )?(\w+) /.exec(line)?.[1] ?? '').join(' ');
}

const never = () => new Promise<void>(() => {});
const nextTurn = () => new Promise((done) => setImmediate(done));

async function waitsForEver(): Promise<void> {
  await never();
}

async function comesBack(): Promise<void> {
  await null;
  await Promise.resolve(1);
}

test('trackPromises() lists the places of promises that have not settled', async () => {
  const { unsettled, stop } = trackPromises(functionsIn);
  void waitsForEver();
  await comesBack();
  await nextTurn();
  const places = unsettled();
  stop();
  expect(places.some((place) => place.includes('waitsForEver'))).toBe(true);
  expect(places.some((place) => place.includes('comesBack'))).toBe(false);
});

test('trackPromises() takes a rejected promise for settled', async () => {
  const { unsettled, stop } = trackPromises(functionsIn);
  const failing = (async function rejects() {
    throw new Error('no');
  })();
  await failing.catch(() => {});
  await nextTurn();
  const places = unsettled();
  stop();
  expect(places.some((place) => place.includes('rejects'))).toBe(false);
});

test('trackPromises() knows nothing of what came before, and forgets all when it stops', async () => {
  void waitsForEver();
  const { unsettled, stop } = trackPromises(functionsIn);
  expect(unsettled().filter((place) => place.includes('waitsForEver'))).toEqual([]);
  void waitsForEver();
  expect(unsettled().filter((place) => place.includes('waitsForEver'))).not.toEqual([]);
  stop();
  expect(unsettled()).toEqual([]);
  void waitsForEver();
  expect(unsettled()).toEqual([]);
});
