import { expect, test } from 'vitest';
import { firstCome, testDriver } from './test-driver.ts';
import { testLab } from './test-world.ts';

test('run() fires timers, operations and immediates at their times, in the order of Node', async () => {
  const { run, events, timeout, immediate, operation } = testDriver();
  const end = await run(() => {
    timeout('late', 30);
    operation('reply', 20);
    timeout('tie', 20);
    immediate('immediate');
    timeout('early', 5);
  });
  expect(end).toBe('quiet');
  expect(events()).toEqual(['immediate@0', 'early@5', 'reply@20', 'tie@20', 'late@30']);
});

test('run() fires immediates after what is due now and before time moves', async () => {
  const { run, events, timeout, immediate, operation, clock, note } = testDriver();
  await run(() => {
    operation('due', 0);
    immediate('first');
    clock.setImmediate(() => {
      note('second')();
      immediate('nested');
      clock.moveTo(3);
      timeout('set late', 1);
    }, []);
    timeout('overdue', 2);
  });
  expect(events()).toEqual(['due@0', 'first@0', 'second@0', 'overdue@3', 'nested@3', 'set late@4']);
});

test('a cancelled immediate is no event, also when its own batch cancels it', async () => {
  const { run, events, immediate, clock, driver } = testDriver();
  await run(() => {
    clock.setImmediate(() => clock.clearImmediate(second), []);
    const second = immediate('second');
    immediate('third');
  });
  expect(events()).toEqual(['third@0']);
  expect(driver.recent).toEqual(['setImmediate', 'setImmediate']);
});

test('between two callbacks every microtask and nextTick runs, however many there are', async () => {
  const { run, events, clock, note } = testDriver();
  const chain = async (name: string, links: number): Promise<void> => {
    for (let i = 0; i < links; i++) await null;
    note(`${name}, ${links} links`)();
    process.nextTick(note(`${name}, tick`));
  };
  await run(() => {
    for (const name of ['a', 'b']) clock.setTimeout(() => chain(name, 20_000), 10, [], false);
  });
  expect(events()).toEqual(['a, 20000 links@10', 'a, tick@10', 'b, 20000 links@10', 'b, tick@10']);
});

test('a cue goes before whatever else is due at its time', async () => {
  const { run, events, timeout, operation, cue } = testDriver();
  await run(() => {
    timeout('timer', 10);
    operation('operation', 10);
    cue('cue', 10);
    cue('too late', -5);
  });
  expect(events()).toEqual(['too late@0', 'cue@10', 'timer@10', 'operation@10']);
});

test('what schedule() returns takes the event back; a second time it does nothing', async () => {
  const { run, events, operation, driver } = testDriver();
  let pending: string[] = [];
  await run(() => {
    const cancel = operation('cancelled', 10);
    operation('kept', 20);
    cancel();
    cancel();
    pending = driver.pending.map(({ label }) => label);
  });
  expect(pending).toEqual(['kept']);
  expect(events()).toEqual(['kept@20']);
});

test('onSettled() is called once, at the first quiet moment, before anything else happens', async () => {
  const { run, log, timeout, clock } = testDriver();
  let settled = false;
  const settle = async (): Promise<void> => {
    await null;
    settled = true;
  };
  await run(
    () => {
      clock.setTimeout(settle, 10, [], false);
      timeout('at the same time', 10);
      timeout('later', 20);
    },
    { settled: () => settled },
  );
  expect(log).toEqual(['settled@10', 'at the same time@10', 'later@20']);
});

test('run() stops at once when it should, and says so', async () => {
  const { run, log, timeout, clock } = testDriver();
  const end = await run(
    () => {
      timeout('first', 10);
      timeout('second', 20);
    },
    { stop: () => clock.now >= 10 },
  );
  expect(end).toBe('stopped');
  expect(log).toEqual(['settled@0', 'first@10']);
});

test('after settling, what only unref() timers wait for is left alone; before, it is not', async () => {
  const { run, log, events, timeout, clock } = testDriver();
  await run(
    () => {
      timeout('counts', 10).unref();
      timeout('heartbeat', 20).unref();
    },
    { settled: () => clock.now >= 10 },
  );
  expect(log).toEqual(['counts@10', 'settled@10']);
  await run(() => timeout('keeps it alive', 30));
  expect(events()).toEqual(['counts@10', 'heartbeat@20', 'keeps it alive@40']);
});

test('an interval that nobody clears is followed for a while only', async () => {
  const { run, clock } = testDriver();
  let runs = 0;
  const count = (): void => {
    runs += 1;
  };
  const end = await run(() => clock.setTimeout(count, 10, [], true));
  expect([end, runs]).toEqual(['quiet', 1_001]);
});

test.for(['setImmediate', 'an operation'])(
  'events without end at one moment, by %s, are a livelock at event 10,001',
  async (kind) => {
    const { run, clock, driver } = testDriver();
    let runs = 0;
    const again = (): void => {
      runs += 1;
      if (kind === 'setImmediate') clock.setImmediate(again, []);
      else driver.schedule('operation', kind, 0, again);
    };
    expect(await run(again, { settled: () => false })).toBe('livelock');
    // The first of these calls is the start.
    expect([runs - 1, clock.now]).toEqual([10_001, 0]);
    expect(driver.recent).toEqual(Array.from({ length: 5 }, () => kind));
  },
);

test.for([
  [false, 30_001],
  [true, 501],
] as const)(
  'polling that moves time (diagnosing: %s) is a livelock at event %i',
  async ([diagnosing, most]) => {
    const { run, clock } = testDriver(firstCome, diagnosing);
    let runs = 0;
    const poll = (): void => {
      runs += 1;
    };
    const end = await run(() => clock.setTimeout(poll, 5, [], true), { settled: () => false });
    expect([end, runs, clock.now]).toEqual(['livelock', most, 5 * most]);
  },
);

test('many events at many moments are no livelock', async () => {
  const { run, clock, operation } = testDriver();
  let events = 0;
  const burst = (left: number): void => {
    events += 1;
    if (left > 1) operation('one of many', 0, () => burst(left - 1));
  };
  const end = await run(
    () => {
      for (const ms of [0, 1, 2]) operation('first of many', ms, () => burst(4_000));
    },
    { settled: () => events === 12_000 },
  );
  expect([end, clock.now]).toEqual(['quiet', 2]);
});

test('each run counts its events afresh', async () => {
  const { run, clock } = testDriver();
  let runs = 0;
  const poll = (): void => {
    runs += 1;
  };
  const interval = clock.setTimeout(poll, 5, [], true);
  for (const most of [20_000, 40_000]) {
    expect(await run(() => {}, { settled: () => runs >= most, stop: () => runs > most })).toBe(
      'stopped',
    );
  }
  interval.close();
});

test('the clock may be read as often in every turn, also at one moment', async () => {
  const { run, clock, uncaught } = testDriver();
  let turns = 0;
  const read = (): void => {
    for (let i = 0; i < 60_000; i++) clock.read();
    turns += 1;
    if (turns < 3) clock.setImmediate(read, []);
  };
  await run(read);
  expect([turns, uncaught]).toEqual([3, []]);
});

test('what throws is reported, and the run goes on', async () => {
  const { run, events, uncaught, timeout, operation } = testDriver();
  await run(() => {
    operation('throws', 10, () => {
      throw 'from the operation';
    });
    timeout('goes on', 20);
    throw 'from start';
  });
  expect(uncaught).toEqual(['from start', 'from the operation']);
  expect(events()).toEqual(['throws@10', 'goes on@20']);
});

test('onTurn() is called once for each turn of the real event loop', async () => {
  const { run, timeout, count } = testDriver();
  await run(() => {
    for (const ms of [10, 20, 30]) timeout('t', ms);
  });
  // One turn for each timer, and one to see that nothing is left.
  expect(count.turns).toBe(4);
});

test('what became overdue while the loop was blocked comes in the order in which it was due', async () => {
  const { lab, setTimeout } = testLab();
  const log: string[] = [];
  const block = lab.work('block', { takes: 100 });
  const slow = lab.operation('slow', { takes: 60 });
  const quick = lab.operation('quick', { takes: 20 });
  await lab.run(async () => {
    const done = Promise.all([
      slow().then(() => log.push('slow')),
      quick().then(() => log.push('quick')),
    ]);
    setTimeout(() => log.push('timer'), 40);
    setTimeout(() => block(), 5);
    await done;
  });
  expect(log).toEqual(['quick', 'timer', 'slow']);
});
