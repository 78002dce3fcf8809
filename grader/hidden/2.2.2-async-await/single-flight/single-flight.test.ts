import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/2.2.2-async-await/single-flight/single-flight.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';
import type { Span } from '../../../lab/trace.ts';

type Key = string | number;
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
  const operation = lab.operation<[Key, number], unknown>((key, n) => `${key} #${n}`, {
    takes,
    fails,
    returns,
  });
  const read: Load = (key) => {
    const n = (counts.get(key) ?? 0) + 1;
    counts.set(key, n);
    return operation(key, n);
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
  const reads = lab.trace.spans.length;
  claim(reads === 0, 'createCache() started a load: nobody has asked for anything yet.');
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
}

/** Plays the steps at their times, in one run, and returns what became of each `get`, in the order of the steps. */
async function play(
  lab: Lab,
  untrustedCache: UntrustedCache,
  steps: readonly Step[],
): Promise<Tracked[]> {
  const asked: Tracked[] = [];
  const result = await lab.run(() =>
    Promise.all(
      steps.map(async ({ at, forget, get }) => {
        await lab.at(at);
        if (forget !== undefined) untrustedCache.forget(forget);
        if (get === undefined) return;
        const tracked = ask(lab, untrustedCache, get);
        asked.push(tracked);
        await tracked.done;
      }),
    ),
  );
  claim(result.status !== 'rejected', `forget() threw "${result.error?.message}".`);
  return asked;
}
