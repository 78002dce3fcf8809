import { test } from '#course/test';
import { loadPage } from './dashboard.ts';

test('a slow source is late, and the page is ready at the deadline', async ({ lab, expect }) => {
  const sales = lab.operation<[AbortSignal], string>('sales', { takes: 80, returns: '120 orders' });
  const stock = lab.operation<[AbortSignal], string>('stock', { takes: 900, returns: '7 left' });

  const page = await lab.run(() => loadPage([sales, stock], 300));

  expect(page).toFulfil([{ state: 'shown', text: '120 orders' }, { state: 'late' }]);
  expect(page).toFinishAt(300, 'nobody waits longer than the deadline');
});

test('when every source is quick, nobody waits for the deadline', async ({ lab, expect }) => {
  const sales = lab.operation<[AbortSignal], string>('sales', { takes: 80, returns: '120 orders' });

  const page = await lab.run(() => loadPage([sales], 300));

  expect(page).toFinishAt(80, 'the page is ready when its last tile is');
  expect(lab).toLeaveNothingBehind('take the timer back when it is not needed any more');
});
