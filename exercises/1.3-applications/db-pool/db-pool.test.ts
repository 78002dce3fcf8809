import { test } from '#course/test';
import { createPool } from './db-pool.ts';

test('two jobs share one connection, one after the other', async ({ lab, expect }) => {
  const open = lab.operation('open', { takes: 10, returns: () => ({ broken: false }) });
  const job = lab.operation('job', { takes: 50, returns: 'rows' });

  const rows = await lab.run(() => {
    const pool = createPool({ open, max: 1 });
    return Promise.all([pool.use(job, 1_000), pool.use(job, 1_000)]);
  });

  expect(rows).toFulfil(['rows', 'rows']);
  expect(lab.trace).toStartAt('open', 0, 'it is opened once, when the first job needs it');
  expect(lab.trace).toStartAt('job', [10, 60], 'the second job waits for the connection');
  expect(lab).toLeaveNothingBehind('nobody waits any more');
});

test('who waits too long gets a TimeoutError', async ({ lab, expect }) => {
  const open = lab.operation('open', { takes: 10, returns: () => ({ broken: false }) });
  const long = lab.operation('long job', { takes: 500, returns: 'rows' });
  const short = lab.operation('short job', { takes: 50, returns: 'rows' });

  const names = await lab.run(async () => {
    const pool = createPool({ open, max: 1 });
    const calls = [pool.use(long, 100), pool.use(short, 100), pool.use(short, 1_000)];
    const ends = await Promise.allSettled(calls);
    return ends.map((end) => (end.status === 'rejected' ? end.reason.name : end.value));
  });

  expect(names).toFulfil(['rows', 'TimeoutError', 'rows']);
  expect(lab.trace).toStartAt('short job', 510, 'the third caller gets the connection');
});
