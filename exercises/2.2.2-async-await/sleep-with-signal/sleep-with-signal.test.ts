import { test } from '#course/test';
import { sleep } from './sleep-with-signal.ts';

test('a sleep of an hour is over after an hour', async ({ lab, expect }) => {
  const result = await lab.run(() => sleep(3_600_000));

  expect(result).toFulfil(undefined);
  expect(result).toFinishAt(3_600_000);
});

test('closing time ends the sleep at once, with the reason', async ({ lab, expect }) => {
  const shop = lab.abortController();
  const reason = new Error('the shop closes');
  void lab.abortAt(250, shop, reason);

  const result = await lab.run(() => sleep(1000, shop.signal));

  expect(result).toRejectWith(reason);
  expect(result).toFinishAt(250, 'the abort does not wait for the end of the sleep');
});

test('after a full sleep nothing hangs on the signal', async ({ lab, expect }) => {
  const shop = lab.abortController();

  await lab.run(() => sleep(500, shop.signal));

  expect(lab).toLeaveNothingBehind('the shop stays open, and its signal is used all day');
});
