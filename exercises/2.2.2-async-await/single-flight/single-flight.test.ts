import { test } from '#course/test';
import { createCache } from './single-flight.ts';

test('three screens that ask for one sensor cause one reading', async ({ lab, expect }) => {
  const read = lab.operation<[string], number>((sensor) => `read ${sensor}`, {
    takes: 100,
    returns: 21,
  });

  const result = await lab.run(() => {
    const cache = createCache(read, 1_000);
    return Promise.all([cache.get('soil'), cache.get('soil'), cache.get('soil')]);
  });

  expect(result).toFulfil([21, 21, 21]);
  expect(lab.trace).toStartAt('read soil', 0, 'one reading serves all three');
});

test('after a reading that failed, the next call reads again', async ({ lab, expect }) => {
  let readings = 0;
  const read = lab.operation<[string], number>((sensor) => `read ${sensor}`, {
    takes: 100,
    returns: 21,
    fails: () => {
      readings += 1;
      return readings === 1 && new Error('no answer');
    },
  });

  const result = await lab.run(async () => {
    const cache = createCache(read, 1_000);
    await cache.get('soil').catch(() => 'this one failed');
    return cache.get('soil');
  });

  expect(result).toFulfil(21);
  expect(lab.trace).toStartAt('read soil', [0, 100], 'a failure must not be kept');
});
