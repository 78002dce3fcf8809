import { test } from '#course/test';
import { callCarefully } from './trust-wrapper.ts';

test('of two receipts the first counts', async ({ lab, expect }) => {
  const result = await lab.run(() =>
    callCarefully<string>((report) => {
      setTimeout(() => {
        report(null, 'receipt 1');
        report(null, 'receipt 2');
      }, 40);
    }, 1_000),
  );

  expect(result).toFulfil('receipt 1');
  expect(result).toFinishAt(40, 'that is when the driver reported');
  expect(lab).toLeaveNothingBehind('nobody waits for the timeout any more');
});

test('a driver that never reports is given up after the timeout', async ({ lab, expect }) => {
  const result = await lab.run(async () => {
    try {
      return await callCarefully<string>(() => {}, 1_000);
    } catch (error) {
      return (error as Error).name;
    }
  });

  expect(result).toFulfil('TimeoutError');
  expect(result).toFinishAt(1_000);
});

test('a driver that throws makes the promise reject', async ({ lab, expect }) => {
  const bug = new Error('no paper');

  const result = await lab.run(async () => {
    const payment = callCarefully<string>(() => {
      throw bug;
    }, 1_000);
    return payment;
  });

  expect(result).toRejectWith(bug);
});
