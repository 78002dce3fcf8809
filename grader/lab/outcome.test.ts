import { describe, expect, test } from 'vitest';
import type { Lab } from './lab.ts';
import { busyWaitSentence, outcomeSentence, siteText } from './outcome.ts';
import { assertNothingEscaped } from './postconditions.ts';
import { failureOf, reportingRejections, testLab } from './test-world.ts';

type Globals = ReturnType<typeof testLab>;

const never = () => new Promise(() => {});

test('a promise that nothing can wake is a deadlock, at the time when nothing was left', async () => {
  const { lab, setTimeout } = testLab();
  const failure = await failureOf(() =>
    lab.run(async () => {
      await new Promise((done) => setTimeout(done, 70));
      await never();
    }),
  );
  expect(failure).toEqual({
    kind: 'deadlock',
    sentence:
      'Your promise never settled: at 70 ms no timer was armed and no operation in flight, so nothing could ever ' +
      'wake it (a deadlock). Look for a promise that nobody resolves.',
  });
});

test('mayHang: a deadlock is a pending record; a livelock fails all the same', async () => {
  const { lab, setImmediate } = testLab();
  const hanging = await lab.run(() => lab.at(20).then(never), { mayHang: true });
  expect(hanging).toMatchObject({ status: 'pending', at: 20, value: undefined });
  const spin = (): unknown => setImmediate(spin);
  const livelock = () => lab.run(() => [spin(), never()][1], { mayHang: true });
  expect((await failureOf(livelock)).kind).toBe('livelock');
});

test('callbacks without end are a livelock, with the last of them by name', async () => {
  const { lab, setImmediate } = testLab();
  const spin = (): unknown => setImmediate(spin);
  const failure = await failureOf(() => lab.run(() => lab.at(5).then(spin).then(never)));
  expect(failure).toEqual({
    kind: 'livelock',
    sentence:
      'Your code never came to rest: thousands of callbacks ran at 5 ms without getting further (a livelock). The ' +
      'last ones: setImmediate, setImmediate, setImmediate, setImmediate, setImmediate. Wait for an event, or for ' +
      'longer, instead of asking again at once.',
  });
});

const busyWaits: Record<string, (globals: Globals) => void> = {
  'Date.now()': ({ Date: LabDate }) => {
    for (const end = LabDate.now() + 50; LabDate.now() < end; );
  },
  'new Date()': ({ Date: LabDate }) => {
    for (const end = +new LabDate() + 50; +new LabDate() < end; );
  },
  'performance.now()': ({ performance: labPerformance }) => {
    for (const end = labPerformance.now() + 50; labPerformance.now() < end; );
  },
};

describe.each(Object.keys(busyWaits))('a busy wait on %s', (name) => {
  const wait = busyWaits[name] as (globals: Globals) => void;
  const blocked = {
    kind: 'blocked',
    sentence:
      'Your code waited for time to pass without giving control back at 30 ms: it read the clock again and again in ' +
      'one turn, and nothing else can run meanwhile (a blocked event loop). Await a timer instead of looping.',
  };

  test('is stopped, with its time', async () => {
    const globals = testLab();
    const { lab } = globals;
    expect(await failureOf(() => lab.run(() => lab.at(30).then(() => wait(globals))))).toEqual(
      blocked,
    );
  });

  test('is no less blocked when its error is caught', async () => {
    const globals = testLab();
    const { lab } = globals;
    const swallow = async (): Promise<void> => {
      try {
        wait(globals);
      } catch {}
    };
    expect(await failureOf(() => lab.run(() => lab.at(30).then(swallow)))).toEqual(blocked);
  });
});

test('a rejection that nobody handles is noted with its virtual time', async () => {
  const { lab, world, setTimeout } = testLab();
  await reportingRejections(world, () =>
    lab.run(async () => {
      const early = new Promise((_, reject) => setTimeout(() => reject(new Error('503')), 50));
      await lab.at(100);
      await early.catch(() => {});
    }),
  );
  expect(lab.unhandled).toEqual([{ error: { name: 'Error', message: '503' }, at: 50 }]);
  expect(lab.trace.marks).toEqual([{ at: 50, text: 'unhandled Error: 503' }]);
  expect(await failureOf(() => assertNothingEscaped(lab))).toEqual({
    kind: 'unhandled',
    sentence:
      'A promise rejected at 50 ms with "Error: 503" and nobody was listening: Node ends the process for that. Attach ' +
      'a handler (await, catch, Promise.all) before control goes back to the event loop.',
  });
});

test('a rejection that is handled in the same turn is nothing to note', async () => {
  const { lab, world } = testLab();
  await reportingRejections(world, () =>
    lab.run(async () => {
      const failing = Promise.reject(new Error('503'));
      for (let i = 0; i < 100; i++) await null;
      process.nextTick(() => failing.catch(() => {}));
    }),
  );
  expect(lab.unhandled).toEqual([]);
  assertNothingEscaped(lab);
});

test('a callback that throws is noted with its virtual time, and the run goes on', async () => {
  const { lab, setTimeout } = testLab();
  setTimeout(() => {
    throw new TypeError('x is not a function');
  }, 40);
  const result = await lab.run(() => lab.at(60));
  expect(result.status).toBe('fulfilled');
  expect(await failureOf(() => assertNothingEscaped(lab))).toEqual({
    kind: 'uncaught',
    sentence:
      'A callback threw "TypeError: x is not a function" at 40 ms with nothing around it to catch it: Node ends the ' +
      'process for that. Catch it inside the callback and reject a promise instead.',
  });
});

test('assertNothingEscaped() speaks of an unhandled rejection first', async () => {
  const { lab } = testLab();
  lab.noteUncaught(new Error('thrown'));
  lab.noteUnhandled(new Error('rejected'));
  expect((await failureOf(() => assertNothingEscaped(lab))).kind).toBe('unhandled');
  const fine: Lab = testLab().lab;
  expect(() => assertNothingEscaped(fine)).not.toThrow();
});

test('sentences name the places in the file of the learner', () => {
  const sites = [
    { file: 'pool.ts', line: 7, source: '    await gate;  ' },
    { file: 'pool.ts', line: 9 },
  ];
  expect(sites.map(siteText)).toEqual(['pool.ts:7  await gate;', 'pool.ts:9']);
  const hang = { now: 5, recent: ['timer'], sites };
  expect(outcomeSentence('deadlock', hang)).toMatch(
    /nobody resolves\.\nWaiting for ever:\n {2}pool\.ts:7 {2}await gate;\n {2}pool\.ts:9$/,
  );
  expect(outcomeSentence('livelock', hang)).toMatch(/at once\.\nSet in:\n {2}pool\.ts:7 .*\n.*:9$/);
  expect(busyWaitSentence(5, sites)).toMatch(
    /looping\.\nThe loop is at:\n {2}pool\.ts:7 {2}await gate;$/,
  );
});
