import { test } from '#course/test';
import { sumReceipts } from './keep-the-loop-alive.ts';

const receipts = Array.from({ length: 100 }, (_, i) => i + 1);

test('the total of 1, 2, … 100 cents is 5050', async ({ lab, expect }) => {
  const price = lab.work<[number], number>('price', { takes: 1, returns: (cents) => cents });

  const result = await lab.run(() => sumReceipts(receipts, 10, price));

  expect(result).toFulfil(5050);
});

test('a till that asks while the sum is under way is not kept waiting', async ({ lab, expect }) => {
  const price = lab.work<[number], number>('price', { takes: 1, returns: (cents) => cents });
  let answeredAt = 0;

  await lab.run(() => {
    setTimeout(() => {
      answeredAt = lab.now;
    }, 20);
    return sumReceipts(receipts, 10, price);
  });

  expect(lab.trace).toStayResponsive(10, 'ten receipts of 1 ms may be priced in one go');
  const waitedMs = answeredAt - 20;
  expect(waitedMs <= 10).toEqual(true, `a timer of 20 ms fired ${waitedMs} ms late`);
});
