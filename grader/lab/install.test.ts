import { AsyncLocalStorage } from 'node:async_hooks';
import process, { hrtime } from 'node:process';
import timers, { setTimeout as namedTimeout } from 'node:timers';
import timersPromises, { setTimeout as namedWait, scheduler } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { installGlobals } from './install.ts';
import { testLab } from './test-world.ts';

const native = { setTimeout, Date, AbortSignal, namedTimeout, namedWait, hrtime, scheduler };

let uninstall = (): void => {};
afterEach(() => uninstall());

/** A lab whose globals are installed until the test is over, or until `uninstall()`. */
function install() {
  const { lab, world } = testLab();
  const undo = installGlobals(world.globals);
  uninstall = () => {
    undo();
    uninstall = () => {};
  };
  return { lab, world };
}

/** Everything that is replaced, as it is now. */
function everything(): unknown[] {
  const names = [
    ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate'],
    ...['clearImmediate', 'Date', 'AbortSignal', 'performance', 'Math', 'Temporal', 'process'],
  ] as (keyof typeof globalThis)[];
  const parts = [globalThis.performance, Math, Temporal.Now, timers, timersPromises, process];
  return [
    ...names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name)),
    ...parts.map((part) => Object.getOwnPropertyDescriptors(part)),
    namedTimeout,
    namedWait,
    hrtime,
    scheduler,
  ];
}

test('uninstall() puts everything back as it was', () => {
  const before = everything();
  install();
  expect(everything()).not.toEqual(before);
  uninstall();
  expect(everything()).toEqual(before);
  expect([setTimeout, Date, namedTimeout, namedWait, hrtime, scheduler]).toEqual([
    native.setTimeout,
    native.Date,
    native.namedTimeout,
    native.namedWait,
    native.hrtime,
    native.scheduler,
  ]);
});

test.for([
  ['the global setTimeout', (done: () => void) => void setTimeout(done, 3_600_000)],
  ['setTimeout of node:timers', (done) => void timers.setTimeout(done, 3_600_000)],
  ['the named import of node:timers', (done) => void namedTimeout(done, 3_600_000)],
  [
    'setTimeout of node:timers/promises',
    (done) => void timersPromises.setTimeout(3_600_000).then(done),
  ],
  ['the named import of node:timers/promises', (done) => void namedWait(3_600_000).then(done)],
  ['scheduler.wait()', (done) => void scheduler.wait(3_600_000).then(done)],
  ['promisify(setTimeout)', (done) => void promisify(setTimeout)(3_600_000).then(done)],
  [
    'AbortSignal.timeout()',
    (done) => AbortSignal.timeout(3_600_000).addEventListener('abort', () => done()),
  ],
] as [string, (done: () => void) => void][])('%s waits an hour in no time', async ([, wait]) => {
  const { lab } = install();
  const result = await lab.run(() => new Promise<void>((done) => wait(done)));
  expect([result.status, result.at]).toEqual(['fulfilled', 3_600_000]);
});

test('promisify(setTimeout) and promisify(setImmediate) hand on their value', async () => {
  const { lab } = install();
  const result = await lab.run(() =>
    Promise.all([promisify(setTimeout)(5, 'timeout'), promisify(setImmediate)('immediate')]),
  );
  expect(result.value).toEqual(['timeout', 'immediate']);
});

test('intervals and immediates are virtual too, in the global scope and in node:timers', async () => {
  const { lab } = install();
  const log: string[] = [];
  await lab.run(async () => {
    for (const [name, scope] of [
      ['global', globalThis],
      ['module', timers],
    ] as const) {
      const interval = scope.setInterval(() => log.push(`${name} ${lab.now}`), 1_000);
      scope.setImmediate(() => log.push(`${name} immediate`));
      scope.clearImmediate(scope.setImmediate(() => log.push('cleared')));
      scope.clearTimeout(scope.setTimeout(() => log.push('cleared'), 1));
      scope.setTimeout(() => scope.clearInterval(interval), 2_500);
    }
    await lab.at(9_000);
  });
  expect(log).toEqual([
    'global immediate',
    'module immediate',
    'global 1000',
    'module 1000',
    'global 2000',
    'module 2000',
  ]);
});

test('every clock tells virtual time', async () => {
  const { lab } = install();
  await lab.run(() => lab.at(90_061_001.5));
  expect([Date.now(), performance.now()]).toEqual([90_061_001, 90_061_001.5]);
  expect(new Date().toISOString()).toBe('1970-01-02T01:01:01.001Z');
  expect(process.hrtime()).toEqual([90_061, 1_500_000]);
  expect(hrtime([90_000, 500_000])).toEqual([61, 1_000_000]);
  expect(process.hrtime.bigint()).toBe(90_061_001_500_000n);
  const { Now } = Temporal;
  expect(Now.instant().epochMilliseconds).toBe(90_061_001);
  expect(Now.zonedDateTimeISO('UTC').toString()).toBe('1970-01-02T01:01:01.001+00:00[UTC]');
  expect(Now.plainDateTimeISO('UTC').toString()).toBe('1970-01-02T01:01:01.001');
  expect(`${Now.plainDateISO('UTC')} ${Now.plainTimeISO('UTC')}`).toBe('1970-01-02 01:01:01.001');
  expect(Now.zonedDateTimeISO().timeZoneId).toBe(Now.timeZoneId());
});

test('Math.random() is seeded; other parts of Math and performance stay', () => {
  const { world } = install();
  const numbers = [Math.random(), Math.random()];
  world.newLab(1);
  expect([Math.random(), Math.random()]).toEqual(numbers);
  expect(Math.max(1, 2)).toBe(2);
  expect(typeof performance.mark).toBe('function');
});

test('an error of an abort is that of Node, and a Date is a Date', async () => {
  const { lab } = install();
  const result = await lab.run(() => namedWait(50, 0, { signal: AbortSignal.abort('why') }));
  expect(result.error).toEqual({
    name: 'AbortError',
    message: 'The operation was aborted',
    code: 'ABORT_ERR',
  });
  expect((result.untrusted as Error).cause).toBe('why');
  expect(new native.Date(5)).toBeInstanceOf(Date);
  expect(new AbortController().signal).toBeInstanceOf(AbortSignal);
});

describe('AsyncLocalStorage', () => {
  test.for([
    ['setTimeout', (done: () => void) => void setTimeout(done, 5)],
    ['setImmediate', (done) => void setImmediate(done)],
    ['node:timers/promises', (done) => void namedWait(5).then(done)],
  ] as [string, (done: () => void) => void][])('is kept by %s', async ([, wait]) => {
    const { lab } = install();
    const store = new AsyncLocalStorage<string>();
    const seen = (name: string) =>
      store.run(name, () => new Promise((done) => wait(() => done(store.getStore()))));
    const result = await store.run('outside', () =>
      lab.run(() => Promise.all(['a', 'b'].map(seen))),
    );
    expect(result.value).toEqual(['a', 'b']);
  });
});
