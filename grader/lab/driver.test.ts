import { expect, test } from 'vitest';
import { VirtualClock } from './clock.ts';
import { Driver } from './driver.ts';
import type { Enabled } from './event.ts';
import type { Scheduler } from './explore/scheduler.ts';

const first: Scheduler = { name: 'first', timed: true, choose: () => 0 };

/** A driver of its own, whose run is over when `start` has returned, unless `settled` says otherwise. */
function createDriver(scheduler: Scheduler = first, diagnosing = false) {
  const uncaught: unknown[] = [];
  const clock = new VirtualClock({
    uncaught: (error) => uncaught.push(error),
    busyWait: () => {},
    site: () => undefined,
  });
  let turns = 0;
  const onTurn = (): void => {
    turns += 1;
  };
  const driver = new Driver({ clock, scheduler, onTurn, diagnosing });
  const log: string[] = [];
  const note = (text: string) => (): void => {
    log.push(`${text}@${clock.now}`);
  };
  const timeout = (text: string, ms: number) => clock.setTimeout(note(text), ms, [], false);
  const immediate = (text: string) => clock.setImmediate(note(text), []);
  const operation = (text: string, ms: number, then = () => {}) =>
    driver.schedule('operation', text, ms, () => {
      note(text)();
      then();
    });
  const cue = (text: string, ms: number) => driver.schedule('cue', text, ms, note(text));
  const run = (start: () => void, { settled = () => true, stop = () => false } = {}) =>
    driver.run({ start, isSettled: settled, onSettled: note('settled'), shouldStop: stop });
  return {
    ...{ clock, driver, log, uncaught, timeout, immediate, operation, cue, run, note },
    turns: () => turns,
  };
}

const strip = (log: readonly string[]) => log.filter((entry) => !entry.startsWith('settled'));

test('run() fires timers, operations and immediates at their times, in the order of Node', async () => {
  const { run, log, timeout, immediate, operation } = createDriver();
  const end = await run(() => {
    timeout('late', 30);
    operation('reply', 20);
    timeout('tie', 20);
    immediate('immediate');
    timeout('early', 5);
  });
  expect(end).toBe('quiet');
  expect(strip(log)).toEqual(['immediate@0', 'early@5', 'reply@20', 'tie@20', 'late@30']);
});

test('run() fires immediates after what is due now and before time moves', async () => {
  const { run, log, timeout, immediate, operation, clock, note } = createDriver();
  await run(() => {
    operation('due', 0);
    immediate('first');
    clock.setImmediate(() => {
      note('second')();
      immediate('nested');
      clock.moveTo(3);
      timeout('in the past', 1);
    }, []);
    timeout('overdue', 2);
  });
  expect(strip(log)).toEqual([
    'due@0',
    'first@0',
    'second@0',
    'overdue@3',
    'nested@3',
    'in the past@4',
  ]);
});

test('a cancelled immediate does not fire, also when it is cancelled by its own batch', async () => {
  const { run, log, immediate, clock } = createDriver();
  await run(() => {
    clock.setImmediate(() => clock.clearImmediate(second), []);
    const second = immediate('second');
    immediate('third');
  });
  expect(strip(log)).toEqual(['third@0']);
});

test('between two callbacks every microtask and nextTick runs, however many there are', async () => {
  const { run, log, clock, note } = createDriver();
  const chain = async (name: string, links: number): Promise<void> => {
    for (let i = 0; i < links; i++) await null;
    note(`${name}, ${links} links`)();
    process.nextTick(note(`${name}, tick`));
  };
  await run(() => {
    for (const name of ['a', 'b']) clock.setTimeout(() => chain(name, 20_000), 10, [], false);
  });
  expect(strip(log)).toEqual([
    'a, 20000 links@10',
    'a, tick@10',
    'b, 20000 links@10',
    'b, tick@10',
  ]);
});

test('a cue goes before whatever else is due at its time', async () => {
  const { run, log, timeout, operation, cue } = createDriver();
  await run(() => {
    timeout('timer', 10);
    operation('operation', 10);
    cue('cue', 10);
    cue('too late', -5);
  });
  expect(strip(log)).toEqual(['too late@0', 'cue@10', 'timer@10', 'operation@10']);
});

test('the returned function takes a scheduled event back, once it is enough', async () => {
  const { run, log, operation, driver } = createDriver();
  await run(() => {
    const cancel = operation('cancelled', 10);
    operation('kept', 20);
    cancel();
    cancel();
    expect(driver.pending.map(({ label }) => label)).toEqual(['kept']);
  });
  expect(strip(log)).toEqual(['kept@20']);
});

test('onSettled() is called once, at the first quiet moment, before anything else happens', async () => {
  const { run, log, timeout, clock } = createDriver();
  let settled = false;
  await run(
    () => {
      clock.setTimeout(
        async () => {
          await null;
          settled = true;
        },
        10,
        [],
        false,
      );
      timeout('at the same time', 10);
      timeout('later', 20);
    },
    { settled: () => settled },
  );
  expect(log).toEqual(['settled@10', 'at the same time@10', 'later@20']);
});

test('run() stops at once when it should, and says so', async () => {
  const { run, log, timeout, clock } = createDriver();
  const end = await run(() => timeout('first', 10) && timeout('second', 20), {
    stop: () => clock.now >= 10,
  });
  expect(end).toBe('stopped');
  expect(log).toEqual(['settled@0', 'first@10']);
});

test('after settling, what only unref() timers wait for is left alone; before, it is not', async () => {
  const { run, log, timeout, clock } = createDriver();
  let settled = false;
  await run(
    () => {
      clock.setTimeout(() => (settled = true), 10, [], false).unref();
      timeout('heartbeat', 20).unref();
    },
    { settled: () => settled },
  );
  expect(log).toEqual(['settled@10']);
  await run(() => timeout('keeps it alive', 30));
  expect(strip(log)).toEqual(['heartbeat@20', 'keeps it alive@40']);
});

test('an interval that nobody clears is followed for a while only', async () => {
  const { run, clock } = createDriver();
  let runs = 0;
  const end = await run(() => clock.setTimeout(() => (runs += 1), 10, [], true));
  expect([end, runs]).toEqual(['quiet', 1_001]);
});

test.for([
  ['timers at 0 ms in a chain', true],
  ['immediates in a chain', false],
])('%s that come to no rest are a livelock', async ([, isTimer]) => {
  const { run, clock, driver } = createDriver();
  const again = (): unknown => {
    if (!isTimer) return clock.setImmediate(again, []);
    return driver.schedule('operation', 'again', 0, again);
  };
  const end = await run(again, { settled: () => false });
  expect(end).toBe('livelock');
  expect(clock.now).toBe(0);
  const label = isTimer ? 'again' : 'setImmediate';
  expect(driver.recent).toEqual([label, label, label, label, label]);
});

test('polling that moves time is no livelock before 30,000 events; while diagnosing, before 500', async () => {
  for (const [diagnosing, events] of [
    [false, 30_000],
    [true, 500],
  ] as const) {
    const { run, clock } = createDriver(first, diagnosing);
    let runs = 0;
    const end = await run(() => clock.setTimeout(() => (runs += 1), 5, [], true), {
      settled: () => false,
    });
    expect([end, runs, clock.now]).toEqual(['livelock', events + 1, 5 * (events + 1)]);
  }
});

test('what throws is reported, and the run goes on', async () => {
  const { run, log, uncaught, timeout, operation } = createDriver();
  await run(() => {
    operation('throws', 10, () => {
      throw 'from the operation';
    });
    timeout('goes on', 20);
    throw 'from start';
  });
  expect(uncaught).toEqual(['from start', 'from the operation']);
  expect(strip(log)).toEqual(['throws@10', 'goes on@20']);
});

test('onTurn() is called once per turn of the real event loop', async () => {
  const { run, timeout, turns } = createDriver();
  await run(() => {
    for (const ms of [10, 20, 30]) timeout('t', ms);
  });
  // One turn for each timer, and one to see that nothing is left.
  expect(turns()).toBe(4);
});

test('a timed scheduler chooses among what is due at once, first come first', async () => {
  const offered: string[][] = [];
  const last: Scheduler = {
    name: 'last',
    timed: true,
    choose: (enabled) => {
      offered.push(enabled.map(({ label, order }) => `${order} ${label}`));
      return enabled.length - 1;
    },
  };
  const { run, log, timeout, operation } = createDriver(last);
  await run(() => {
    operation('a', 10);
    timeout('t', 10);
    operation('b', 10);
    operation('later', 15);
  });
  expect(offered).toEqual([
    ['1 a', '2 timer', '3 b'],
    ['1 a', '2 timer'],
  ]);
  expect(strip(log)).toEqual(['b@10', 't@10', 'a@10', 'later@15']);
});

test('a scheduler may change durations, but not those of cues', async () => {
  const { run, log, operation, cue } = createDriver({ ...first, duration: (ms) => ms * 3 });
  await run(() => {
    operation('operation', 10);
    cue('cue', 10);
  });
  expect(strip(log)).toEqual(['cue@10', 'operation@30']);
});

test('untimed: any operation may be next, time is the rank, timers and cues keep their order', async () => {
  const last: Scheduler = { name: 'last', timed: false, choose: (enabled) => enabled.length - 1 };
  const { run, log, operation, cue, timeout } = createDriver(last);
  await run(() => {
    cue('cue 50', 50);
    cue('cue 40', 40);
    operation('a', 1000);
    operation('b', 1);
    timeout('t 30', 30);
    timeout('t 20', 20);
  });
  expect(strip(log)).toEqual(['t 20@20', 't 30@30', 'b@31', 'a@32', 'cue 40@40', 'cue 50@50']);
});

test('untimed: what is alone is not chosen from', async () => {
  let choices = 0;
  const counting: Scheduler = { name: 'c', timed: false, choose: () => ((choices += 1), 0) };
  const { run, log, operation, timeout } = createDriver(counting);
  await run(() => {
    operation('a', 10, () => timeout('t', 5));
  });
  expect(strip(log)).toEqual(['a@1', 't@6']);
  expect(choices).toBe(0);
});

test('what an event starts first continues its chain, the rest are chains of their own', async () => {
  const chains: Record<string, number> = {};
  const noting: Scheduler = {
    ...first,
    choose: (enabled: readonly Enabled[]) => {
      for (const { label, chain } of enabled) chains[label] = chain;
      return 0;
    },
  };
  const { run, operation } = createDriver(noting);
  await run(() => {
    operation('a', 10, () => {
      operation('a, then', 10);
      operation('a, forked', 10);
    });
    operation('b', 10, () => operation('b, then', 10));
  });
  expect(chains['a, then']).toBe(chains.a);
  expect(chains['b, then']).toBe(chains.b);
  expect(new Set([chains.a, chains.b, chains['a, forked']]).size).toBe(3);
});
