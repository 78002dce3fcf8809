import { expect, test } from 'vitest';
import { VirtualClock } from './clock.ts';
import { createRandom } from './random.ts';
import { createRealm } from './realm.ts';
import { testLab, testWorld } from './test-world.ts';

function createTestRealm() {
  const clock = new VirtualClock({ uncaught: () => {}, busyWait: () => {}, site: () => undefined });
  let random = createRandom(1);
  const realm = createRealm(clock, () => random);
  const reseed = (seed: number): void => {
    random = createRandom(seed);
  };
  return { clock, reseed, ...realm };
}

test('Date tells virtual time: now(), new Date(), Date()', () => {
  const { clock, Date: LabDate } = createTestRealm();
  clock.moveTo(86_400_000);
  expect(LabDate.now()).toBe(86_400_000);
  expect(new LabDate().getTime()).toBe(86_400_000);
  expect(LabDate()).toBe(new Date(86_400_000).toString());
});

test('Date knows whole milliseconds only', () => {
  const { clock, Date: LabDate } = createTestRealm();
  clock.moveTo(12.9);
  expect([LabDate.now(), new LabDate().getTime()]).toEqual([12, 12]);
});

test('Date with arguments is the ordinary one', () => {
  const { Date: LabDate } = createTestRealm();
  expect(new LabDate('2024-02-29T12:00:00Z')).toEqual(new Date('2024-02-29T12:00:00Z'));
  expect(new LabDate(2024, 1, 29, 1, 2, 3, 4)).toEqual(new Date(2024, 1, 29, 1, 2, 3, 4));
  expect(new LabDate(undefined as never).getTime()).toBeNaN();
  expect(LabDate.parse('2024-02-29')).toBe(Date.parse('2024-02-29'));
  expect(LabDate.UTC(2024, 1)).toBe(Date.UTC(2024, 1));
});

test('Date looks like the ordinary one: name, length, instanceof, subclasses', () => {
  const { clock, Date: LabDate } = createTestRealm();
  clock.moveTo(5);
  class Receipt extends LabDate {
    get isNew(): boolean {
      return this.getTime() === 5;
    }
  }
  expect([LabDate.name, LabDate.length]).toEqual(['Date', 7]);
  expect(new LabDate()).toBeInstanceOf(LabDate);
  expect(new LabDate()).toBeInstanceOf(Date);
  expect(new Date()).toBeInstanceOf(LabDate);
  expect(new Receipt().isNew).toBe(true);
  expect(new Receipt()).toBeInstanceOf(Receipt);
});

test('performance.now() is the virtual time since the start', () => {
  const { clock, performance: labPerformance } = createTestRealm();
  clock.moveTo(12.5);
  expect([labPerformance.now(), labPerformance.timeOrigin]).toEqual([12.5, 0]);
});

test.for([
  ['Date.now()', (realm: ReturnType<typeof createTestRealm>) => realm.Date.now()],
  ['new Date()', (realm) => new realm.Date()],
  ['Date()', (realm) => realm.Date()],
  ['performance.now()', (realm) => realm.performance.now()],
] as [string, (realm: ReturnType<typeof createTestRealm>) => unknown][])(
  '%s is a counted look at the clock',
  ([, look]) => {
    const realm = createTestRealm();
    for (let i = 0; i < 100_000; i++) look(realm);
    expect(() => look(realm)).toThrow('without giving control back');
  },
);

test('Math.random() is seeded, asked for anew at each call; the rest of Math is as it was', () => {
  const { Math: labMath, reseed } = createTestRealm();
  const expected = createRandom(1);
  expect([labMath.random(), labMath.random()]).toEqual([expected.next(), expected.next()]);
  reseed(2);
  expect(labMath.random()).toBe(createRandom(2).next());
  expect([labMath.max(1, 2), labMath.PI, Object.prototype.toString.call(labMath)]).toEqual([
    2,
    Math.PI,
    '[object Math]',
  ]);
});

test('AbortSignal.timeout() aborts at its virtual time with a TimeoutError', async () => {
  const { lab, AbortSignal: LabAbortSignal, setTimeout } = testLab();
  let abortedAt = -1;
  const signal = LabAbortSignal.timeout(250);
  signal.addEventListener('abort', () => {
    abortedAt = lab.now;
  });
  await lab.run(() => new Promise((done) => setTimeout(done, 300)));
  expect(abortedAt).toBe(250);
  expect(signal.reason).toMatchObject({ name: 'TimeoutError', code: 23 });
});

test('AbortSignal.timeout() keeps no process alive: it is not left over, nor waited for', async () => {
  const { lab, AbortSignal: LabAbortSignal } = testLab();
  const signal = LabAbortSignal.timeout(60_000);
  await lab.run(() => undefined);
  expect(lab.leftovers.timers).toEqual([]);
  expect([lab.now, signal.aborted]).toEqual([0, false]);
});

test('AbortSignal.timeout() refuses what is no delay, with the error of Node', () => {
  const { AbortSignal: LabAbortSignal, clock } = createTestRealm();
  for (const delay of [-1, 0.5, 2 ** 32, Number.NaN]) {
    expect(() => LabAbortSignal.timeout(delay)).toThrow(RangeError);
  }
  expect(() => LabAbortSignal.timeout('5' as never)).toThrow(TypeError);
  expect(clock.nextTimeout()).toBeUndefined();
  LabAbortSignal.timeout(0);
  expect(clock.nextTimeout()?.at).toBe(1);
});

test('AbortSignal is no constructor, and knows native signals as its own', () => {
  const { AbortSignal: LabAbortSignal } = createTestRealm();
  const { signal } = new AbortController();
  expect(signal).toBeInstanceOf(LabAbortSignal);
  expect(LabAbortSignal.timeout(5)).toBeInstanceOf(AbortSignal);
  expect(LabAbortSignal.abort('why').reason).toBe('why');
  expect(LabAbortSignal.any([signal, LabAbortSignal.abort(0)]).reason).toBe(0);
  expect(() => new LabAbortSignal()).toThrow('Illegal constructor');
});

test('the globals of a world stay the same while its labs come and go', () => {
  const world = testWorld();
  const { Date: LabDate, Math: labMath, setTimeout } = world.globals;
  world.newLab(1);
  setTimeout(() => {}, 10);
  const first = labMath.random();
  world.clock.moveTo(10);
  expect(LabDate.now()).toBe(10);
  const lab = world.newLab(1);
  expect([LabDate.now(), labMath.random(), world.clock.nextTimeout()]).toEqual([
    0,
    first,
    undefined,
  ]);
  expect(world.lab).toBe(lab);
});
