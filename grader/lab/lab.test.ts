import { describe, expect, test } from 'vitest';
import { CheckFailure, claim } from './failure.ts';
import { SubmissionThrew } from './lab.ts';
import { failureOf, reportingRejections, testLab } from './test-world.ts';

test('run() returns what became of the promise, as plain data, and when', async () => {
  const { lab, setTimeout } = testLab();
  class Text {
    text = 'a';
  }
  const later = <T>(value: T) => new Promise<T>((done) => setTimeout(() => done(value), 30));
  const fulfilled = await lab.run(() => later(new Text()));
  expect(fulfilled).toMatchObject({ status: 'fulfilled', at: 30, value: { text: 'a' } });
  expect(fulfilled.value).not.toBeInstanceOf(Text);
  const rejected = await lab.run(() => later(0).then(() => Promise.reject(new RangeError('no'))));
  expect(rejected).toMatchObject({
    status: 'rejected',
    at: 60,
    error: { name: 'RangeError', message: 'no' },
  });
});

test('run() takes a value or a thenable for a promise', async () => {
  const { lab } = testLab();
  // biome-ignore lint/suspicious/noThenProperty: a thenable is what is tested
  const thenable = { then: (done: (value: string) => void) => done('then') };
  expect(await lab.run(() => 5)).toMatchObject({ status: 'fulfilled', at: 0, value: 5 });
  expect(await lab.run(() => thenable)).toMatchObject({ status: 'fulfilled', value: 'then' });
});

test('run() counts a throw of the submission as a rejection, now or later', async () => {
  const { lab } = testLab();
  const untrusted = { any: 'value' };
  const now = await lab.run(() => {
    throw new SubmissionThrew(untrusted);
  });
  const later = await lab.run(async () => {
    await lab.at(20);
    throw new SubmissionThrew(untrusted);
  });
  expect([now.status, now.at, now.untrusted]).toEqual(['rejected', 0, untrusted]);
  expect([later.status, later.at, later.untrusted]).toEqual(['rejected', 20, untrusted]);
  expect(new SubmissionThrew(new TypeError('boom')).message).toBe('TypeError: boom');
});

test('run() twice: time goes on, and what was left armed goes off in the second run', async () => {
  const { lab, setTimeout } = testLab();
  const firedAt: number[] = [];
  const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
  await lab.run(() => wait(100));
  setTimeout(() => firedAt.push(lab.now), 50);
  const second = await lab.run(() => wait(200));
  expect([second.at, firedAt]).toEqual([300, [150]]);
});

describe('a claim that fails is the verdict', () => {
  const claims = (): never => {
    claim(false, 'The sentence');
    throw new Error('Not reached');
  };
  const verdict = { kind: 'The sentence', sentence: 'The sentence' };

  test('inside run(), before and after an await', async () => {
    const { lab } = testLab();
    expect(await failureOf(() => lab.run(claims))).toEqual(verdict);
    expect(await failureOf(() => lab.run(() => lab.at(10).then(claims)))).toEqual(verdict);
  });

  test('in an effect or a timer, although nothing waits for it, and the run stops there', async () => {
    const { lab } = testLab();
    const get = lab.operation('GET', { takes: 10, effect: claims });
    expect(await failureOf(() => lab.run(() => get()))).toEqual(verdict);
    expect(lab.now).toBe(10);
    const other = testLab();
    other.setTimeout(claims, 5);
    expect(await failureOf(() => other.lab.run(() => other.lab.at(50)))).toEqual(verdict);
    expect(other.lab.now).toBe(5);
  });

  test('by stop(): the first one counts', async () => {
    const { lab } = testLab();
    expect(lab.failure).toBeUndefined();
    const first = new CheckFailure('first', 'a');
    lab.stop(first);
    lab.stop(new CheckFailure('second', 'b'));
    expect(lab.failure).toBe(first);
    expect(await failureOf(() => lab.run(() => lab.at(10)))).toEqual({
      kind: 'a',
      sentence: 'first',
    });
  });
});

test('timers are virtual, and those that the submission has', async () => {
  const { lab, setTimeout } = testLab();
  const { timers } = lab;
  const log: string[] = [];
  await lab.run(() => {
    setTimeout(() => log.push(`theirs ${lab.now}`), 20);
    timers.setTimeout(() => log.push(`ours ${lab.now}`), 20);
    const cleared = timers.setTimeout(() => log.push('cleared'), 5);
    timers.setImmediate(() => log.push(`immediate ${lab.now}`));
    timers.clearTimeout(cleared);
  });
  expect(log).toEqual(['immediate 0', 'theirs 20', 'ours 20']);
});

test('at() resolves at its time, before what else is due then; in the past, now', async () => {
  const { lab, setTimeout } = testLab();
  const log: string[] = [];
  await lab.run(async () => {
    setTimeout(() => log.push(`timer ${lab.now}`), 50);
    await lab.at(50);
    log.push(`at ${lab.now}`);
    await lab.at(20);
    log.push(`past ${lab.now}`);
    await lab.at(70.5);
    log.push(`at ${lab.now}`);
  });
  expect(log).toEqual(['at 50', 'past 50', 'timer 50', 'at 70.5']);
});

test('abortAt() aborts at its time, with the reason, and marks the moment', async () => {
  const { lab } = testLab();
  const controllers = [0, 1, 2].map(() => lab.abortController());
  const [first, second, third] = controllers as [AbortController, AbortController, AbortController];
  await lab.run(() =>
    Promise.all([
      lab.abortAt(30, first, 'why'),
      lab.abortAt(10, second),
      lab.abortAt(20, third, null),
    ]),
  );
  expect(controllers.map(({ signal }) => signal.aborted)).toEqual([true, true, true]);
  expect([first.signal.reason, third.signal.reason]).toEqual(['why', null]);
  expect(second.signal.reason).toMatchObject({ name: 'AbortError' });
  expect(lab.trace.marks).toEqual([10, 20, 30].map((at) => ({ at, text: 'abort' })));
});

test('track() watches without waiting, and handles a rejection', async () => {
  const { lab, world, setTimeout } = testLab();
  await reportingRejections(world, async () => {
    let failing: ReturnType<typeof lab.track> | undefined;
    const never = lab.track(new Promise(() => {}));
    await lab.run(async () => {
      failing = lab.track(new Promise((_, reject) => setTimeout(() => reject('no'), 20)));
      expect(failing.status).toBe('pending');
      await failing.done;
      expect(failing.at).toBe(20);
      await lab.at(30);
    });
    expect(failing).toMatchObject({ status: 'rejected', at: 20, untrusted: 'no' });
    expect([never.status, never.at]).toEqual(['pending', 30]);
    expect(lab.unhandled).toEqual([]);
  });
});

test('work() blocks: it moves the clock before it returns, and makes timers late', async () => {
  const { lab, setTimeout } = testLab();
  const crunch = lab.work<[number], number>((ms) => `crunch ${ms}`, {
    takes: (ms) => ms,
    returns: (ms) => ms * 2,
  });
  const firedAt: number[] = [];
  const result = await lab.run(() => {
    setTimeout(() => firedAt.push(lab.now), 10);
    return crunch(40);
  });
  expect([result.value, result.at, firedAt]).toEqual([80, 40, [40]]);
  expect(lab.trace.spans).toMatchObject([
    { name: 'crunch 40', kind: 'work', start: 0, end: 40, status: 'ok', args: [40] },
  ]);
});

test('rejection says how the last run rejected, and is empty when it did not', async () => {
  const { lab } = testLab();
  await lab.run(() => lab.at(20).then(() => Promise.reject(new Error('no'))));
  expect(lab.rejection).toEqual({ error: { name: 'Error', message: 'no' }, at: 20 });
  await lab.run(() => 1);
  expect(lab.rejection).toBeUndefined();
});

test('run() marks when a promise of the submission settled, unless the last span ends there', async () => {
  const { lab, world } = testLab();
  const get = lab.operation('GET', { takes: 10 });
  const ofSubmission = (promise: Promise<unknown>): Promise<unknown> => {
    world.returned.add(promise);
    return promise;
  };
  await lab.run(() => ofSubmission(get()));
  await lab.run(() => lab.at(50));
  expect(lab.trace.marks).toEqual([]);
  await lab.run(() => ofSubmission(lab.at(60)));
  await lab.run(() => ofSubmission(lab.at(70).then(() => Promise.reject(0))));
  expect(lab.trace.marks).toEqual([
    { at: 60, text: 'your promise resolved' },
    { at: 70, text: 'your promise rejected' },
  ]);
});

test('run() marks nothing on an empty timeline', async () => {
  const { lab, world } = testLab();
  await lab.run(() => {
    const promise = lab.at(50);
    world.returned.add(promise);
    return promise;
  });
  expect(lab.trace.marks).toEqual([]);
});
