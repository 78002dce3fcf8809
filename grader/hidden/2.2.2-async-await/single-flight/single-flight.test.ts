import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/2.2.2-async-await/single-flight/single-flight.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';

type Key = string | number | object;
/** What the submission made: its methods are untrusted, so they are called while the lab runs and nowhere else. */
type UntrustedCache = Solution.Cache<Key, unknown>;
type Load = (key: Key) => Promise<unknown>;

const test = checksFor<typeof Solution>('single-flight');

interface Readings {
  /** Virtual ms of the n-th reading of a sensor. */
  takes?: number | ((key: Key, n: number) => number);
  /** The error of the n-th reading of a sensor, if it fails. */
  fails?: (key: Key, n: number) => Error | undefined;
  returns?: (key: Key, n: number) => unknown;
}

/** Sensors: the n-th reading of a sensor has a lane of its own, `soil #2`, and that text is also its value. */
function sensors(
  lab: Lab,
  { takes = 100, fails = () => undefined, returns = (key, n) => `${key} #${n}` }: Readings = {},
) {
  const counts = new Map<Key, number>();
  const operation = lab.operation<[Key, number, unknown], unknown>((key, n) => `${key} #${n}`, {
    takes,
    fails,
    returns: (_key: Key, _n: number, value: unknown) => value,
  });
  const read: Load = (key) => {
    const n = (counts.get(key) ?? 0) + 1;
    counts.set(key, n);
    return operation(key, n, returns(key, n));
  };
  return { read, readsOf: (key: Key): number => counts.get(key) ?? 0 };
}

/** Lets the submission make its cache, which must not do anything of its own accord. */
async function makeCache(
  lab: Lab,
  submission: typeof Solution,
  read: Load,
  ttlMs: number,
): Promise<UntrustedCache> {
  let untrusted: unknown;
  let methods = '';
  const before = lab.trace.spans.length;
  const made = await lab.run(() => {
    untrusted = submission.createCache(read, ttlMs);
    const { get, forget } = untrusted as UntrustedCache;
    methods = `${typeof get}, ${typeof forget}`;
  });
  claim(made.status !== 'rejected', `createCache() threw "${made.error?.message}".`);
  claim(
    methods === 'function, function',
    `createCache() must return an object with the functions get and forget; yours has "${methods}".`,
  );
  claim(
    lab.trace.spans.length === before,
    'createCache() started a load, and nobody has asked for anything yet.',
  );
  const [timer] = lab.leftovers.timers;
  claim(
    timer === undefined,
    `createCache() set a timer of ${timer?.ms} ms, and while it is armed Node does not end: compare times when somebody ` +
      'asks, or call its unref().',
  );
  return untrusted as UntrustedCache;
}

/** Calls `get` and watches what becomes of it; what it throws counts as a rejection. */
function ask(lab: Lab, untrustedCache: UntrustedCache, key: Key): Tracked {
  return lab.track((async () => untrustedCache.get(key))());
}

interface Step {
  at: number;
  forget?: Key;
  get?: Key;
  /** How many call `get` in the same turn of the event loop; 1 unless told. */
  callers?: number;
  /** Forgets the key of `get` right after the call, before any microtask. */
  thenForget?: boolean;
}

/** Plays the steps at their times, in one run, and returns what became of each `get`, in the order of time. */
async function play(
  lab: Lab,
  untrustedCache: UntrustedCache,
  steps: readonly Step[],
): Promise<Tracked[]> {
  const asked: Tracked[] = [];
  const result = await lab.run(() =>
    Promise.all(
      steps.map(async ({ at, forget, get, callers = 1, thenForget = false }) => {
        await lab.at(at);
        // What is due at this very moment goes first: a cache may also let its values expire by timers.
        await new Promise<void>((done) => void lab.schedule('turn', 0, done));
        if (forget !== undefined) untrustedCache.forget(forget);
        if (get === undefined) return;
        const called = Array.from({ length: callers }, () => ask(lab, untrustedCache, get));
        if (thenForget) untrustedCache.forget(get);
        asked.push(...called);
        await Promise.all(called.map((tracked) => tracked.done));
      }),
    ),
  );
  claim(result.status !== 'rejected', `forget() threw "${result.error?.message}".`);
  return asked;
}

/** Claims of the loads of one key, in the order of their start, that each began after the one before had ended. */
function claimInTurn(lab: Lab, key: Key, from = 0): void {
  const spans = lab.trace.operations().filter(({ name }) => name.startsWith(`${key} #`));
  for (const [i, span] of spans.slice(from).entries()) {
    const before = spans.slice(from)[i - 1];
    claim(
      before?.end === undefined || before.end <= span.start,
      `Two loads of "${key}" were under way at once: one from ${before?.start} to ${before?.end} ms, another from ` +
        `${span.start} ms on. Whoever asks while a load is under way has to share it, so it must be in the map before ` +
        'your code awaits anything, and stay there until it ends or is forgotten.',
    );
  }
}

test('whoever asks while a load is under way shares it', { weight: 2 }, async (t) => {
  const takes = t.lab.random.int(80, 120);
  const { read, readsOf } = sensors(t.lab, { takes });
  const cache = await makeCache(t.lab, t.submission, read, 1_000);
  const asked = await play(t.lab, cache, [
    { at: 0, get: 'soil', callers: 2 },
    { at: t.lab.random.int(10, 70), get: 'soil' },
    { at: takes - 1, get: 'soil' },
  ]);
  const reads = readsOf('soil');
  claim(
    reads === 1,
    `${asked.length} callers asked for "soil" while its first load was under way, and it was loaded ${reads} times: ` +
      'between looking into the map and writing to it your code awaits, and whoever asks meanwhile finds nothing. Put ' +
      'the promise into the map before you await it.',
  );
  for (const tracked of asked) {
    t.expect(tracked).toFulfil('soil #1', 'everyone gets the value of the one load');
    t.expect(tracked).toFinishAt(takes, 'everyone gets it when that load ends');
  }
});

test('different keys do not wait for each other', async (t) => {
  const keys = ['soil', 'air', 'wind'];
  const times = keys.map((_, i) => 150 - i * 40 - t.lab.random.int(0, 20));
  const takes = (key: Key): number => times[keys.indexOf(String(key))] as number;
  const cache = await makeCache(t.lab, t.submission, sensors(t.lab, { takes }).read, 1_000);
  const asked = await play(
    t.lab,
    cache,
    keys.map((get) => ({ at: 0, get })),
  );
  for (const [i, key] of keys.entries()) {
    t.expect(t.lab.trace).toStartAt(
      `${key} #1`,
      0,
      'it was asked for then, and no other key matters',
    );
    t.expect(asked[i] as Tracked).toFulfil(`${key} #1`, 'each key has a value of its own');
    t.expect(asked[i] as Tracked).toFinishAt(takes(key), 'a value is there when its own load ends');
  }
});

test('a failure reaches everyone who shares the load', async (t) => {
  const error = new Error('no answer');
  const takes = t.lab.random.int(80, 120);
  const { read, readsOf } = sensors(t.lab, {
    takes,
    fails: (_, n) => (n === 1 ? error : undefined),
  });
  const cache = await makeCache(t.lab, t.submission, read, 1_000);
  const asked = await play(t.lab, cache, [
    { at: 0, get: 'soil' },
    { at: t.lab.random.int(10, 70), get: 'soil' },
  ]);
  for (const tracked of asked) {
    t.expect(tracked).toRejectWith(
      error,
      'a caller must hear of the failure of the load it waits for',
    );
    t.expect(tracked).toFinishAt(takes, 'everyone hears of it when the load fails');
  }
  const reads = readsOf('soil');
  claim(
    reads === 1,
    `Two callers waited for the one load that failed, and "soil" was loaded ${reads} times.`,
  );
});

test('a failure is not kept: the next call loads again', { weight: 2 }, async (t) => {
  const error = new Error('no answer');
  const takes = t.lab.random.int(80, 120);
  const fails = (_: Key, n: number): Error | undefined => (n === 1 ? error : undefined);
  const { read } = sensors(t.lab, { takes, fails });
  const cache = await makeCache(t.lab, t.submission, read, 1_000);
  let retried: Tracked | undefined;
  let insisting: Tracked | undefined;
  const result = await t.lab.run(async () => {
    const insist = async (): Promise<unknown> => {
      try {
        return await cache.get('air');
      } catch {
        return cache.get('air');
      }
    };
    insisting = t.lab.track(insist());
    const first = ask(t.lab, cache, 'soil');
    await first.done;
    retried = ask(t.lab, cache, 'soil');
    await Promise.all([insisting.done, retried.done]);
    return cache.get('soil');
  });
  const why = `the load that failed at ${takes} ms is over, so asking again loads again`;
  t.expect(retried as Tracked).toFulfil('soil #2', why);
  t.expect(t.lab.trace).toStartAt('soil #2', takes, why);
  t.expect(result).toFulfil('soil #2', 'the value of the second load is kept like any other');
  claim(
    insisting?.status !== 'rejected',
    `The load of "air" failed at ${takes} ms. A caller asked again in the very catch that told it so, and got the old failure ` +
      'once more: the entry was still in the map, because your code takes it out some microtasks after the callers have ' +
      'heard. Take it out in a handler that stands on the promise of the load itself and before theirs.',
  );
  t.expect(insisting as Tracked).toFulfil('air #2', why);
});

test('a value is kept for ttlMs from the end of its load, and not longer', {
  weight: 2,
}, async (t) => {
  const takes = t.lab.random.int(250, 300);
  const ttlMs = t.lab.random.int(100, 150);
  const cache = await makeCache(t.lab, t.submission, sensors(t.lab, { takes }).read, ttlMs);
  const stale = takes + ttlMs;
  const times = [0, takes - 50, stale - 1, stale, stale + 50];
  const asked = await play(
    t.lab,
    cache,
    times.map((at) => ({ at, get: 'soil' })),
  );
  const life =
    `the first load ended at ${takes} ms and ttlMs is ${ttlMs}, so its value serves whoever asks before ${stale} ms, ` +
    'however often, and at that moment it is stale';
  const [second] = t.lab.trace.operations('soil #2');
  claim(
    second === undefined || second.start >= takes,
    `"soil" was loaded again at ${second?.start} ms, and its first load was under way until ${takes} ms: whoever asks ` +
      'meanwhile shares it, however long it takes. The time of a value begins when its load ends.',
  );
  t.expect(t.lab.trace).toStartAt('soil #2', stale, life);
  t.expect(t.lab.trace).toStartAt('soil #3', [], 'the second load serves the last two callers');
  const values = asked.map(({ value }) => value);
  t.expect(values).toEqual(['soil #1', 'soil #1', 'soil #1', 'soil #2', 'soil #2'], life);
  t.expect(asked[2] as Tracked).toFinishAt(stale - 1, 'a value that is kept is there at once');
});

test('every value is kept, also those that look like nothing', async (t) => {
  const values: Record<string, unknown> = {
    wind: undefined,
    battery: null,
    rain: 0,
    door: false,
    note: '',
  };
  const { read, readsOf } = sensors(t.lab, { returns: (key) => values[String(key)] });
  const cache = await makeCache(t.lab, t.submission, read, 1_000);
  const keys = Object.keys(values);
  const asked = await play(
    t.lab,
    cache,
    [0, 150].flatMap((at) => keys.map((get) => ({ at, get }))),
  );
  for (const [i, key] of keys.entries()) {
    const reads = readsOf(key);
    claim(
      reads === 1,
      `"${key}" has the value "${values[key]}" and was loaded ${reads} times, though its first value was still fresh: ask ` +
        'whether there is an entry, not what its value looks like.',
    );
    t.expect(asked[keys.length + i] as Tracked).toFulfil(
      values[key],
      'the value is handed out as it came',
    );
  }
});

test('keys are told apart as a Map does it', async (t) => {
  const [left, right] = [Object.freeze({ bed: 3 }), Object.freeze({ bed: 3 })];
  const keys = [1, '1', '__proto__', 'constructor', '', Number.NaN, left, right, 0];
  const nameOf = (key: Key): string =>
    typeof key === 'object'
      ? `${key === left ? 'first' : 'second'} of two objects { bed: 3 }`
      : `${typeof key} "${key}"`;
  const { read, readsOf } = sensors(t.lab, { returns: nameOf });
  const cache = await makeCache(t.lab, t.submission, read, 1_000);
  const asked = await play(t.lab, cache, [
    ...keys.map((get) => ({ at: 0, get })),
    ...keys.with(-1, -0).map((get) => ({ at: 150, get })),
  ]);
  for (const [i, tracked] of asked.entries()) {
    const key = keys[i % keys.length] as Key;
    claim(
      typeof key !== 'object' || tracked.value === nameOf(key),
      `Two objects { bed: 3 } are the keys of two sensors, and who asked for the ${key === left ? 'first' : 'second'} one got the ` +
        `value "${tracked.value}". A Map takes two objects for two keys, however alike they look. Let a Map compare the keys.`,
    );
    t.expect(tracked).toFulfil(nameOf(key), `that is the value of the ${nameOf(key)}`);
    const reads = readsOf(key);
    const why = Number.isNaN(key)
      ? ': NaN === NaN is false, and yet a Map takes NaN for one key. Let a Map compare the keys.'
      : key === 0
        ? ' (first as 0, then as -0): a Map takes them for one key. Let a Map compare the keys.'
        : '.';
    claim(
      reads === 1,
      `The ${nameOf(key)} was loaded ${reads} times, and one load was enough${why}`,
    );
  }
});

test('two caches share nothing', async (t) => {
  const stations = ['north', 'south'].map((place) =>
    sensors(t.lab, { returns: (key, n) => `${key} ${place} #${n}` }),
  );
  const values: unknown[] = [];
  for (const { read } of stations) {
    const cache = await makeCache(t.lab, t.submission, read, 60_000);
    const [asked] = await play(t.lab, cache, [{ at: t.lab.now, get: 'soil' }]);
    values.push(asked?.value);
  }
  t.expect(values).toEqual(
    ['soil north #1', 'soil south #1'],
    'each cache has a load function of its own, so what one keeps is nothing to the other',
  );
});

test('after forget() a call gets a load that began after it', async (t) => {
  const slow: Key[] = ['soil', 'rain', 'dew'];
  const takes = (key: Key, n: number): number => (slow.includes(key) ? 200 : 50) / n;
  const { read, readsOf } = sensors(t.lab, { takes });
  const cache = await makeCache(t.lab, t.submission, read, 1_000);
  const at = t.lab.random.int(60, 90);
  const [early, , , , , joined, late, other, kept, untouched] = await play(t.lab, cache, [
    { at: 0, forget: 'never asked for' },
    { at: 0, get: 'soil' },
    { at: 0, get: 'air' },
    { at: 0, get: 'wind' },
    { at: 0, get: 'rain' },
    { at: 0, get: 'dew' },
    { at, forget: 'soil' },
    { at, forget: 'air' },
    { at, get: 'dew', thenForget: true },
    { at: at + 10, get: 'soil' },
    { at: at + 10, get: 'air' },
    { at: at + 10, get: 'wind' },
    { at: 250, get: 'rain' },
  ]);
  const why = `forget() was called at ${at} ms, so what was loaded or asked for before does not count any more`;
  t.expect(other as Tracked).toFulfil('air #2', why);
  t.expect(late as Tracked).toFulfil('soil #2', why);
  t.expect(t.lab.trace).toStartAt('soil #2', at + 10, 'it does not wait for the load before');
  t.expect(early as Tracked).toFulfil(
    'soil #1',
    'who asked before forget() keeps waiting for that load',
  );
  t.expect(early as Tracked).toFinishAt(200, 'that is when the load it waits for ends');
  claim(
    joined?.value === 'dew #1',
    `At ${at} ms a caller asked for "dew", whose load was under way, and forget() came right after that call. The caller ` +
      `got "${joined?.value}" instead of "dew #1": it asked before forget(), so it shares that load. Look into the map ` +
      'before your get() awaits anything.',
  );
  t.expect(kept as Tracked).toFulfil('wind #1', '"wind" has not been forgotten');
  claim(
    readsOf('rain') === 1 && untouched?.value === 'rain #1',
    `"rain" was under way from 0 to 200 ms, and it was loaded again at 250 ms: its value was not kept, because at ${at} ms ` +
      'other keys were forgotten. Whether a load still counts is a question about its own key.',
  );
});

test('a load from before forget() changes nothing when it ends late', { weight: 2 }, async (t) => {
  const oldEnd = t.lab.random.int(190, 210);
  const error = new Error('no answer');
  /** How the old load ends, and whether the new one is over, under way or not yet begun by then. */
  const sensorsOf = [
    { key: 'soil', succeeds: true, again: 60, newTakes: 60 },
    { key: 'air', succeeds: false, again: 60, newTakes: 60 },
    { key: 'wind', succeeds: true, again: 60, newTakes: 400 },
    { key: 'rain', succeeds: false, again: 60, newTakes: 400 },
    { key: 'dew', succeeds: true, again: 220, newTakes: 20 },
  ];
  const sensorOf = (key: Key) => sensorsOf.find((sensor) => sensor.key === key);
  const { read, readsOf } = sensors(t.lab, {
    takes: (key, n) => (n === 1 ? oldEnd : (sensorOf(key)?.newTakes ?? 0)),
    fails: (key, n) => (n === 1 && !sensorOf(key)?.succeeds ? error : undefined),
  });
  const cache = await makeCache(t.lab, t.submission, read, 1_000);
  const asked = await play(
    t.lab,
    cache,
    sensorsOf.flatMap(({ key, again }) => [
      { at: 0, get: key },
      { at: 50, forget: key },
      { at: again, get: key },
      { at: 250, get: key },
    ]),
  );
  for (const [i, { key, succeeds, again }] of sensorsOf.entries()) {
    const reads = readsOf(key);
    claim(
      reads >= 2,
      `"${key}" was asked for at ${again} ms, after forget() at 50 ms, and no load was started then: the one from 0 ms, which ` +
        `ended at ${oldEnd} ms, does not count any more, even if nothing newer has taken its place.`,
    );
    claim(
      reads === 2,
      `The load of "${key}" from before forget() ${succeeds ? 'ended' : 'failed'} at ${oldEnd} ms, and at 250 ms "${key}" was ` +
        'loaded a third time: by then the key belonged to the second load. Before your code changes an entry after an ' +
        'await, it has to look whether that entry is still its own.',
    );
    t.expect(asked[2 * sensorsOf.length + i] as Tracked).toFulfil(
      `${key} #2`,
      `the first load began before forget() and ended late, at ${oldEnd} ms; it must not replace what is newer`,
    );
  }
  for (const [i, { key, succeeds }] of sensorsOf.entries()) {
    const waiter = asked[i] as Tracked;
    const got = waiter.status === 'rejected' ? 'a failure' : `"${waiter.value}"`;
    claim(
      waiter.at === oldEnd &&
        (succeeds ? waiter.value === `${key} #1` : waiter.untrusted === error),
      `Who asked for "${key}" at 0 ms, before forget(), got ${got} at ${waiter.at} ms. It was waiting for the first load, ` +
        `which ${succeeds ? 'ended' : 'failed'} at ${oldEnd} ms, and must get what that load brings, when it brings it: ` +
        'forget() is for those who ask later.',
    );
  }
});

test('a value that was loaded after forget() is kept for its full time, and not longer', async (t) => {
  const takes = t.lab.random.int(40, 60);
  const oldEnd = t.lab.random.int(120, 180);
  const { read } = sensors(t.lab, {
    takes: (key, n) => (n === 1 && key !== 'soil' ? oldEnd : key === 'wind' ? 500 : takes),
  });
  const cache = await makeCache(t.lab, t.submission, read, 200);
  const again = takes + 100;
  const stale = again + takes + 200;
  await play(t.lab, cache, [
    { at: 0, get: 'soil' },
    { at: again, forget: 'soil' },
    { at: again, get: 'soil' },
    { at: stale - 1, get: 'soil' },
    { at: stale, get: 'soil' },
    ...['air', 'wind'].flatMap((key) => [
      { at: 0, get: key },
      { at: 10, forget: key },
      { at: 20, get: key },
    ]),
    { at: 20 + takes + 200, get: 'air' },
    { at: oldEnd + 210, get: 'wind' },
  ]);
  t.expect(t.lab.trace).toStartAt('soil #2', again, 'it was forgotten then');
  t.expect(t.lab.trace).toStartAt(
    'soil #3',
    stale,
    `the second load ended at ${again + takes} ms and ttlMs is 200; the end of the first does not matter any more`,
  );
  for (const key of ['air', 'wind']) {
    t.expect(t.lab.trace).toStartAt(
      `${key} #2`,
      20,
      'it was forgotten at 10 ms and asked for again at 20 ms',
    );
  }
  const old = `the load from before forget() ended at ${oldEnd} ms; that must not set the time of a newer value`;
  t.expect(t.lab.trace).toStartAt(
    'air #3',
    20 + takes + 200,
    `the second load ended at ${20 + takes} ms and ttlMs is 200, and ${old}`,
  );
  t.expect(t.lab.trace).toStartAt(
    'wind #3',
    [],
    `the second load was under way until 520 ms, so all callers share it; ${old}`,
  );
});

test('a kept value does not keep the process alive', async (t) => {
  const cache = await makeCache(t.lab, t.submission, sensors(t.lab).read, 60_000);
  const result = await t.lab.run(() => cache.get('soil'));
  t.expect(result).toFulfil('soil #1');
  t.expect(t.lab).toLeaveNothingBehind(
    'Node does not end while it is armed; compare times when somebody asks, or call its unref()',
  );
});

test('whatever ends first, two loads of one key are never under way at once', async (t) => {
  await t.lab.explore(async (lab) => {
    const error = new Error('no answer');
    let failed = false;
    const fails = (_: Key, n: number): Error | undefined => {
      if (n > 1) return undefined;
      failed = true;
      return error;
    };
    const cache = await makeCache(lab, t.submission, sensors(lab, { fails }).read, 60_000);
    const comeUp = lab.operation<[string]>((who) => `${who} comes`, { takes: 10 });
    const asked: { late: boolean; tracked: Tracked }[] = [];
    await lab.run(() =>
      Promise.all(
        ['screen', 'alarm', 'log'].map(async (who) => {
          await comeUp(who);
          const tracked = ask(lab, cache, 'soil');
          asked.push({ late: failed, tracked });
          await tracked.done;
        }),
      ),
    );
    claimInTurn(lab, 'soil');
    for (const { late, tracked } of asked) {
      if (!late) t.expect(tracked).toRejectWith(error, 'it shares the load that fails');
      claim(
        !late || tracked.status === 'fulfilled',
        'A caller came after the first load had failed and got that old failure: a failure must not be kept.',
      );
    }
  });
});

test('whatever ends first, no value from before forget() is given to a later caller', async (t) => {
  await t.lab.explore(async (lab) => {
    const { read, readsOf } = sensors(lab);
    const cache = await makeCache(lab, t.submission, read, 60_000);
    const comeUp = lab.operation<[string]>((who) => `${who} comes`, { takes: 10 });
    let before: number | undefined;
    const asked: { before: number | undefined; tracked: Tracked }[] = [];
    const askFor = async (): Promise<void> => {
      const tracked = ask(lab, cache, 'soil');
      asked.push({ before, tracked });
      await tracked.done;
    };
    await lab.run(() =>
      Promise.all([
        comeUp('screen').then(askFor),
        comeUp('gardener').then(() => {
          cache.forget('soil');
          before = readsOf('soil');
          return askFor();
        }),
        comeUp('log').then(askFor),
      ]),
    );
    for (const { before: old, tracked } of asked) {
      const [, n = 0] = /^soil #(\d+)$/.exec(String(tracked.value)) ?? [];
      claim(
        old === undefined || Number(n) > old,
        `A caller asked after forget() and got "${tracked.value}", but ${old} of the loads had begun before forget(): what ` +
          'they bring back does not count any more.',
      );
    }
    claimInTurn(lab, 'soil', before);
  });
});
