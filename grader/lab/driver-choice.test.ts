import { expect, test } from 'vitest';
import type { Scheduler } from './explore/scheduler.ts';
import { firstCome, testDriver } from './test-driver.ts';

const lastCome: Scheduler = {
  name: 'last',
  timed: true,
  choose: (enabled) => enabled.length - 1,
};

/** The same scheduler, with a list of what it was offered: `order label`, or whatever `entry` makes of it. */
function watched(scheduler: Scheduler) {
  const offers: string[][] = [];
  const chains: Record<string, number> = {};
  const watching: Scheduler = {
    ...scheduler,
    choose(enabled) {
      offers.push(enabled.map(({ order, label }) => `${order} ${label}`));
      for (const { label, chain } of enabled) chains[label] = chain;
      return scheduler.choose(enabled);
    },
  };
  return { watching, offers, chains };
}

test('a timed scheduler chooses among what is due at once, first come first', async () => {
  const { watching, offers } = watched(lastCome);
  const { run, events, timeout, operation } = testDriver(watching);
  await run(() => {
    operation('a', 10);
    timeout('t', 10);
    operation('b', 10);
    operation('later', 15);
  });
  expect(offers).toEqual([
    ['1 a', '2 timer', '3 b'],
    ['1 a', '2 timer'],
  ]);
  expect(events()).toEqual(['b@10', 't@10', 'a@10', 'later@15']);
});

test('a scheduler may change durations, but not those of cues, and never below 0', async () => {
  const asked: number[] = [];
  const tripling: Scheduler = {
    ...firstCome,
    duration: (ms) => {
      asked.push(ms);
      return ms * 3;
    },
  };
  const { run, events, operation, cue } = testDriver(tripling);
  await run(() => {
    operation('operation', 10);
    cue('cue', 10);
    operation('negative', -1);
  });
  expect(asked).toEqual([10, 0]);
  expect(events()).toEqual(['negative@0', 'cue@10', 'operation@30']);
});

test('untimed: any operation may be next, and time is only the rank', async () => {
  const { watching, offers } = watched({ ...lastCome, timed: false });
  const { run, events, operation } = testDriver(watching);
  await run(() => {
    operation('slow', 1_000);
    operation('fast', 1);
    operation('middle', 50, () => operation('then', 5));
  });
  expect(events()).toEqual(['middle@1', 'then@2', 'fast@3', 'slow@4']);
  expect(offers).toEqual([
    ['1 slow', '2 fast', '3 middle'],
    ['1 slow', '2 fast', '4 then'],
    ['1 slow', '2 fast'],
  ]);
});

test('untimed: timers keep their own order among themselves, and so do cues', async () => {
  const { watching, offers } = watched({ ...lastCome, timed: false });
  const { run, events, cue, timeout, operation } = testDriver(watching);
  await run(() => {
    cue('cue 50', 50);
    cue('cue 40', 40);
    operation('a', 1);
    timeout('t 30', 30);
    timeout('t 20', 20);
  });
  expect(events()).toEqual(['t 20@20', 't 30@30', 'a@31', 'cue 40@40', 'cue 50@50']);
  expect(offers).toEqual([
    ['2 cue 40', '3 a', '5 timer'],
    ['2 cue 40', '3 a', '4 timer'],
    ['2 cue 40', '3 a'],
  ]);
});

test('untimed: of cues at one moment the first registered is the first', async () => {
  const { run, events, cue } = testDriver({ ...lastCome, timed: false });
  await run(() => {
    for (const name of ['a', 'b', 'c']) cue(name, 10);
  });
  expect(events()).toEqual(['a@10', 'b@11', 'c@12']);
});

test('untimed: immediates come before any choice', async () => {
  const { run, events, immediate, operation } = testDriver({ ...lastCome, timed: false });
  await run(() => {
    operation('operation', 0);
    immediate('immediate');
  });
  expect(events()).toEqual(['immediate@0', 'operation@1']);
});

test('untimed: an unref() timer is no choice after settling when nothing else is left', async () => {
  const { run, log, timeout, operation } = testDriver({ ...lastCome, timed: false });
  await run(() => {
    operation('operation', 5);
    timeout('heartbeat', 10).unref();
    timeout('deadline', 20).unref();
  });
  expect(log).toEqual(['settled@0', 'heartbeat@10', 'deadline@20', 'operation@21']);
  const { run: rerun, log: quiet, timeout: alone } = testDriver({ ...lastCome, timed: false });
  await rerun(() => alone('alone', 10).unref());
  expect(quiet).toEqual(['settled@0']);
});

test.for([true, false])('what is alone is not chosen from (timed: %s)', async (timed) => {
  const { watching, offers } = watched({ ...lastCome, timed });
  const { run, events, operation, timeout } = testDriver(watching);
  await run(() => {
    operation('a', 1, () => timeout('t', 5));
  });
  expect(events()).toEqual(['a@1', 't@6']);
  expect(offers).toEqual([]);
});

test('what an event starts first continues its chain, the rest are chains of their own', async () => {
  const { watching, chains } = watched(firstCome);
  const { run, operation } = testDriver(watching);
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

test('timers are one chain; what they and immediates start are chains of their own', async () => {
  const { watching, chains } = watched(firstCome);
  const { run, operation, timeout, clock } = testDriver(watching);
  await run(() => {
    operation('a', 20);
    timeout('t', 20);
    // Starts nothing, so that its chain is still there to be taken when the others start something.
    operation('b', 5);
    clock.setTimeout(() => operation('of a timer', 14), 6, [], false);
    operation('c', 7, () => clock.setImmediate(() => operation('of an immediate', 13), []));
    operation('b again', 20);
  });
  expect(chains.timer).toBe(-1);
  const own = ['a', 'b again', 'of a timer', 'of an immediate'].map((name) => chains[name]);
  expect(new Set(own).size).toBe(4);
  expect(Math.min(...own.map(Number))).toBeGreaterThan(0);
});

test.for(['immediate', 'timer'])('an %s does not continue the chain before it', async (kind) => {
  const { watching, chains } = watched(firstCome);
  const { run, operation, clock } = testDriver(watching);
  const start = () => operation('started', kind === 'timer' ? 8 : 10);
  await run(() => {
    operation('first', 10);
    operation('second', 10, () => kind === 'immediate' && clock.setImmediate(start, []));
    operation('late', 20);
    if (kind === 'timer') clock.setTimeout(start, 12, [], false);
  });
  const all = ['first', 'second', 'late', 'started'].map((name) => chains[name]);
  expect(all).not.toContain(undefined);
  expect(new Set(all).size).toBe(4);
});
