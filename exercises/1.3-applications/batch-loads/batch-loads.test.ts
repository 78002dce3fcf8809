import { test } from '#course/test';
import { createLoader } from './batch-loads.ts';

test('the five lines of an order need one query', async ({ lab, expect }) => {
  const query = lab.operation<[readonly string[]], string[]>((keys) => `query ${keys}`, {
    takes: 30,
    returns: (keys) => keys.map((key) => `price of ${key}`),
  });
  const load = createLoader(query);

  const prices = await lab.run(() => Promise.all(['tea', 'milk', 'tea', 'salt', 'oil'].map(load)));

  expect(prices).toFulfil(
    ['tea', 'milk', 'tea', 'salt', 'oil'].map((product) => `price of ${product}`),
  );
  expect(lab.trace).toPeakAt(1, 'all five were loaded in one turn');
});

test('a product that is not found is the affair of its own line', async ({ lab, expect }) => {
  const unknown = new Error('no such product');
  const query = lab.operation<[readonly string[]], (string | Error)[]>((keys) => `query ${keys}`, {
    takes: 30,
    returns: (keys) => keys.map((key) => (key === 'tae' ? unknown : `price of ${key}`)),
  });
  const load = createLoader(query);

  const prices = await lab.run(() => Promise.allSettled(['tea', 'tae'].map(load)));

  expect(prices).toFulfil([
    { status: 'fulfilled', value: 'price of tea' },
    { status: 'rejected', reason: { name: 'Error', message: 'no such product' } },
  ]);
});
