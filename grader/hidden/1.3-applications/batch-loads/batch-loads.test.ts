import DataLoader from 'dataloader';
import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.3-applications/batch-loads/batch-loads.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';

type Key = string | number;
type LoadMany = Solution.LoadMany<Key, unknown>;
/** What the submission made: called only while the lab runs. */
type UntrustedLoad = (key: Key) => Promise<unknown>;

const test = checksFor<typeof Solution>('batch-loads');

interface Table {
  /** Virtual ms of the n-th query. */
  takes?: (n: number) => number;
  /** The entry for one key in the answer to the n-th query. */
  entry?: (key: Key, n: number) => unknown;
  /** The error of the n-th query, if it fails as a whole. */
  fails?: (n: number) => Error | undefined;
}

/** The table of products; every query has a lane that names its keys. */
function table(lab: Lab, spec: Table = {}): LoadMany {
  const { takes = () => 100, entry = (key) => `price of ${key}`, fails = () => undefined } = spec;
  let n = 0;
  const query = lab.operation<[readonly Key[], number], (unknown | Error)[]>(
    (keys) => `query ${keys.join(' ')}`,
    {
      takes: (_, nth) => takes(nth),
      returns: (keys, nth) => keys.map((key) => entry(key, nth)),
      fails: (_, nth) => fails(nth),
    },
  );
  return (untrustedKeys) => {
    claim(
      Array.isArray(untrustedKeys),
      'Your code called loadMany() with something else than an array of keys.',
    );
    n += 1;
    return query(untrustedKeys, n);
  };
}

/** Lets the submission make its loader, which must not ask for anything of its own accord. */
async function makeLoad(
  lab: Lab,
  submission: typeof Solution,
  loadMany: LoadMany,
): Promise<UntrustedLoad> {
  const made = await lab.run(() => submission.createLoader(loadMany));
  claim(made.status !== 'rejected', `createLoader() threw "${made.error?.message}".`);
  claim(
    typeof made.untrusted === 'function',
    'createLoader() must return the function that loads one key, and yours returned something else.',
  );
  return made.untrusted as UntrustedLoad;
}

/** Loads one key and watches what becomes of it; what the call throws counts as a rejection. */
function ask(lab: Lab, untrustedLoad: UntrustedLoad, key: Key): Tracked {
  return lab.track((async () => untrustedLoad(key))());
}

/** One callback of the event loop, `ms` from now: `act` runs in it directly, not in a microtask. */
function callback(lab: Lab, ms: number, act: () => unknown): Promise<void> {
  return new Promise((done, failed) => {
    lab.schedule('callback', ms, () => void (async () => act())().then(() => done(), failed));
  });
}

async function hop(times: number): Promise<void> {
  for (let i = 0; i < times; i++) await null;
}

interface Loads {
  at: number;
  keys: readonly Key[];
}

/** Lets one callback after the other load its keys; a load that never settles is left pending. */
async function play(
  lab: Lab,
  untrustedLoad: UntrustedLoad,
  turns: readonly Loads[],
): Promise<Tracked[]> {
  const asked: Tracked[] = [];
  await lab.run(
    () =>
      Promise.all(
        turns.map(({ at, keys }) =>
          callback(lab, at, () => {
            const here = keys.map((key) => ask(lab, untrustedLoad, key));
            asked.push(...here);
            return Promise.all(here.map(({ done }) => done));
          }),
        ),
      ),
    { mayHang: true },
  );
  return asked;
}

const showKey = (key: Key): string => (Number.isNaN(key) ? 'NaN' : JSON.stringify(key));
const show = (keys: readonly Key[]): string => keys.map(showKey).join(', ');
const queries = (n: number): string => `${n} ${n === 1 ? 'query' : 'queries'}`;

/** Exactly these queries were sent, at these times and for these keys. */
function claimQueries(lab: Lab, expected: readonly Loads[], why: string): void {
  const sent = lab.trace
    .operations()
    .map(({ start, args }) => ({ at: start, keys: args[0] as Key[] }));
  const [found, needed] = [sent.length, expected.length];
  claim(found <= needed, `Your code sent ${queries(found)} where ${needed} would do: ${why}.`);
  claim(found >= needed, `Your code sent ${queries(found)}, expected ${needed}: ${why}.`);
  for (const [i, { at, keys }] of expected.entries()) {
    const query = sent[i] as Loads;
    claim(
      query.at === at,
      `Query ${i + 1} was sent at ${query.at} ms, expected at ${at} ms: it can be sent as soon as its turn has nothing left to ` +
        'run, before the next callback.',
    );
    claim(
      show(query.keys) === show(keys),
      `Query ${i + 1} asked for [${show(query.keys)}], expected [${show(keys)}]: ${why}.`,
    );
  }
}

test('five loads of one turn are one query, sent in that turn', { weight: 2 }, async (t) => {
  const keys = t.lab.random.shuffle(['tea', 'milk', 'honey', 'bread', 'salt']);
  const load = await makeLoad(t.lab, t.submission, table(t.lab));
  const asked = await play(t.lab, load, [{ at: 50, keys }]);
  claimQueries(
    t.lab,
    [{ at: 50, keys }],
    'one turn loaded these five products, in this order, so ask for them together',
  );
  for (const [i, tracked] of asked.entries()) {
    t.expect(tracked).toFulfil(`price of ${keys[i]}`, `that is the entry for "${keys[i]}"`);
    t.expect(tracked).toFinishAt(150, 'the query takes 100 ms');
  }
});

test('a load after an await is still in the query of its turn', { weight: 2 }, async (t) => {
  const [hops, many] = [t.lab.random.int(3, 12), t.lab.random.int(1_500, 2_000)];
  const load = await makeLoad(t.lab, t.submission, table(t.lab));
  await t.lab.run(() =>
    callback(t.lab, 50, async () => {
      const tea = ask(t.lab, load, 'tea');
      await null;
      const milk = ask(t.lab, load, 'milk');
      await hop(hops);
      const honey = ask(t.lab, load, 'honey');
      await hop(many);
      const salt = ask(t.lab, load, 'salt');
      return Promise.all([tea.done, milk.done, honey.done, salt.done]);
    }),
  );
  claimQueries(
    t.lab,
    [{ at: 50, keys: ['tea', 'milk', 'honey', 'salt'] }],
    `"milk" was loaded 1 microtask after "tea", "honey" ${hops} after that and "salt" another ${many} later; the turn is over ` +
      'when no microtask is left, not after a certain number of them',
  );
});

test('it does not matter whether the first load of a turn is made after an await', async (t) => {
  const [before, between] = [t.lab.random.int(1, 5), t.lab.random.int(3, 12)];
  const load = await makeLoad(t.lab, t.submission, table(t.lab));
  await t.lab.run(() =>
    callback(t.lab, 50, async () => {
      await hop(before);
      const tea = ask(t.lab, load, 'tea');
      await hop(between);
      const milk = ask(t.lab, load, 'milk');
      return Promise.all([tea.done, milk.done]);
    }),
  );
  claimQueries(
    t.lab,
    [{ at: 50, keys: ['tea', 'milk'] }],
    `both were loaded in microtasks of one turn, ${between} microtasks apart`,
  );
});

test('the next callback has a query of its own, even in the same millisecond', async (t) => {
  const load = await makeLoad(t.lab, t.submission, table(t.lab));
  const turns = [
    { at: 50, keys: ['tea', 'milk'] },
    { at: 50, keys: ['honey'] },
  ];
  const asked = await play(t.lab, load, turns);
  claimQueries(
    t.lab,
    turns,
    'two callbacks ran at 50 ms, one after the other, and a turn is one callback with its microtasks',
  );
  t.expect(asked[2] as Tracked).toFulfil('price of honey');
});

test('a key that is loaded twice in a turn is asked for once', async (t) => {
  const load = await makeLoad(t.lab, t.submission, table(t.lab, { entry: (key) => [key] }));
  const keys = ['tea', 1, 'tea', '1', NaN, 1, 'constructor', NaN, 'tea'];
  const asked = await play(t.lab, load, [{ at: 20, keys }]);
  claimQueries(
    t.lab,
    [{ at: 20, keys: ['tea', 1, '1', NaN, 'constructor'] }],
    'a key stands where it was first loaded, and keys are compared as a Map does it (which finds NaN, unlike indexOf)',
  );
  for (const [i, tracked] of asked.entries()) {
    t.expect(tracked).toFulfil([keys[i]], 'everyone who loaded the key gets its entry');
  }
});

test('an Error in the answer reaches those who loaded that key, nobody else', {
  weight: 2,
}, async (t) => {
  const lost = new RangeError('no such product');
  const entries: Record<Key, unknown> = {
    tea: 3,
    milk: undefined,
    honey: lost,
    bread: null,
    salt: 0,
    flour: { message: 'freshly ground' },
  };
  const load = await makeLoad(t.lab, t.submission, table(t.lab, { entry: (key) => entries[key] }));
  const keys = t.lab.random.shuffle([...Object.keys(entries), 'honey']);
  const asked = await play(t.lab, load, [{ at: 20, keys }]);
  for (const [i, tracked] of asked.entries()) {
    if (keys[i] === 'honey')
      t.expect(tracked).toRejectWith(
        lost,
        'it stands in the place of "honey", and a RangeError is an Error as well',
      );
    else
      t.expect(tracked).toFulfil(
        entries[keys[i] as Key],
        `"${keys[i]}" was found; only "honey" was not`,
      );
  }
});

test('a query that fails, fails all loads of its turn and no others', { weight: 2 }, async (t) => {
  // The first query rejects, the second call throws, the fourth rejects with what is no Error.
  const [refused, broken] = [new Error('connection refused'), new Error('not configured')];
  const rows = table(t.lab, { fails: (n) => (n === 1 ? refused : undefined) });
  let calls = 0;
  const loadMany: LoadMany = (keys) => {
    calls += 1;
    if (calls === 2) throw broken;
    if (calls === 4) return Promise.reject(0);
    return rows(keys);
  };
  const load = await makeLoad(t.lab, t.submission, loadMany);
  const turns = [10, 20, 30, 40].map((at) => ({ at, keys: ['tea', 'milk'] }));
  const asked = await play(t.lab, load, turns);
  for (const [i, tracked] of asked.entries()) {
    const turn = Math.floor(i / 2);
    if (turn === 0) t.expect(tracked).toRejectWith(refused, 'the query of its turn rejected');
    if (turn === 1)
      t.expect(tracked).toRejectWith(broken, 'loadMany() threw when it was called for its turn');
    if (turn === 2)
      t.expect(tracked).toFulfil(
        `price of ${['tea', 'milk'][i % 2]}`,
        'the query of its turn went well',
      );
    if (turn === 3)
      t.expect(tracked).toRejectWith(
        0,
        'the query of its turn rejected with 0; hand that on as it is',
      );
  }
});

test('an answer with an entry too few or too many fails all loads of its turn', async (t) => {
  for (const entries of [2, 4, 0]) {
    const answer = t.lab.operation<[readonly Key[]], string[]>(
      (keys) => `query ${keys.join(' ')}`,
      {
        takes: 100,
        returns: () => Array.from({ length: entries }, () => 'some price'),
      },
    );
    const load = await makeLoad(t.lab, t.submission, answer);
    const asked = await play(t.lab, load, [{ at: 10, keys: ['tea', 'milk', 'honey'] }]);
    for (const { status, value } of asked) {
      claim(
        status !== 'pending',
        'A load is pending for ever after an answer of the wrong length: reject it.',
      );
      claim(
        status === 'rejected',
        `The query asked for 3 keys, its answer had ${entries} entries, and a load resolved with "${value}": nobody knows which ` +
          'entry belongs to which key, so reject all three.',
      );
    }
  }
});

test('a load made while a query is under way is sent in its own turn', { weight: 2 }, async (t) => {
  const load = await makeLoad(t.lab, t.submission, table(t.lab));
  const during = t.lab.random.int(60, 90);
  const turns = [
    { at: 50, keys: ['tea'] },
    { at: during, keys: ['milk', 'honey'] },
    { at: during + 5, keys: ['salt'] },
  ];
  const asked = await play(t.lab, load, turns);
  claimQueries(
    t.lab,
    turns,
    `the query of 50 ms was under way until 150 ms, and it can take no more keys; a load at ${during} ms needs the next one`,
  );
  t.expect(asked[1] as Tracked).toFulfil('price of milk');
  t.expect(asked[1] as Tracked).toFinishAt(during + 100, 'it does not wait for the query before');
});

test('a load that loadMany itself makes gets the next query', async (t) => {
  const rows = table(t.lab);
  let load: UntrustedLoad | undefined;
  let inside: Tracked | undefined;
  let calls = 0;
  const loadMany: LoadMany = (keys) => {
    calls += 1;
    const answer = rows(keys);
    if (load && calls === 1) inside = ask(t.lab, load, 'honey');
    return answer;
  };
  load = await makeLoad(t.lab, t.submission, loadMany);
  const [outside] = await play(t.lab, load, [{ at: 50, keys: ['basket'] }]);
  claimQueries(
    t.lab,
    [
      { at: 50, keys: ['basket'] },
      { at: 50, keys: ['honey'] },
    ],
    'loadMany(["basket"]) loads "honey" before it returns; its own query has its keys already, so "honey" needs the next one',
  );
  t.expect(outside as Tracked).toFulfil('price of basket');
  t.expect(inside as Tracked).toFulfil('price of honey');
});

test('nothing is kept: a later turn asks again', async (t) => {
  const lost = new Error('sold out');
  const spec: Table = {
    entry: (key, n) => (key === 'milk' && n === 1 ? lost : `price ${n} of ${key}`),
  };
  const load = await makeLoad(t.lab, t.submission, table(t.lab, spec));
  const turns = [50, 70, 300].map((at) => ({ at, keys: ['tea', 'milk'] }));
  const asked = await play(t.lab, load, turns);
  claimQueries(
    t.lab,
    turns,
    'three turns loaded "tea" and "milk", and their prices may have changed meanwhile, also that of "milk", which was sold out at ' +
      'first; a loader collects, it is no cache',
  );
  for (const [i, { status, value, error }] of asked.entries()) {
    const [n, key] = [Math.floor(i / 2) + 1, ['tea', 'milk'][i % 2] as string];
    const expected = i === 1 ? lost.message : `price ${n} of ${key}`;
    const found = status === 'fulfilled' ? value : error?.message;
    claim(
      found === expected,
      `In turn ${n} the load of "${key}" ended with "${found}", expected "${expected}": each turn gets the answer to its own query.`,
    );
  }
});

test('two loaders share no query', async (t) => {
  const loads: UntrustedLoad[] = [];
  for (const name of ['price', 'weight']) {
    const rows = table(t.lab, { entry: (key) => `${name} of ${key}` });
    loads.push(await makeLoad(t.lab, t.submission, rows));
  }
  let asked: Tracked[] = [];
  await t.lab.run(() =>
    callback(t.lab, 10, () => {
      asked = loads.map((load) => ask(t.lab, load, 'tea'));
      return Promise.all(asked.map(({ done }) => done));
    }),
  );
  const found = asked.map(({ value }) => value);
  t.expect(found).toEqual(['price of tea', 'weight of tea'], 'each loader has a table of its own');
});

test('whatever answers first, every load gets the entry of its own key', async (t) => {
  await t.lab.explore(async (lab) => {
    const load = await makeLoad(lab, t.submission, table(lab));
    const comes = lab.operation<[string]>((who) => `${who} comes`, { takes: 10 });
    const asked: [Key, Tracked][] = [];
    const get = async (key: Key): Promise<void> => {
      const tracked = ask(lab, load, key);
      asked.push([key, tracked]);
      await tracked.done;
    };
    await lab.run(
      () =>
        Promise.all(
          ['Ann', 'Bob'].map(async (who) => {
            await comes(who);
            await Promise.all([get('tea'), get(`basket of ${who}`)]);
            await get('milk');
          }),
        ),
      { mayHang: true },
    );
    for (const [key, { status, value, error }] of asked) {
      claim(
        status !== 'pending',
        `The load of "${key}" is pending for ever: no query asked for it.`,
      );
      claim(
        value === `price of ${key}`,
        `The load of "${key}" ${status === 'rejected' ? `rejected with "${error?.message}"` : `resolved with "${value}"`}, expected "price of ${key}": each query settles the loads of its own turn.`,
      );
    }
  });
});

/** One callback: its loads, each so many microtasks after the one before, and what is loaded when the first is there. */
interface Visit {
  at: number;
  loads: { key: Key; hops: number }[];
  next: Key | undefined;
}

interface Day {
  visits: Visit[];
  /** Of each query. */
  takes: number[];
  failing: number;
}

function randomDay({ random }: Lab): Day {
  const key = (): Key => random.pick(['tea', 'milk', 'honey', 'salt', 'nothing']);
  const many = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make);
  return {
    visits: many(random.int(1, 3), () => ({
      at: random.int(1, 3) * 10,
      loads: many(random.int(1, 3), () => ({ key: key(), hops: random.pick([0, 0, 1, 2, 7]) })),
      next: random.pick([undefined, key()]),
    })),
    takes: many(4, () => random.int(1, 3) * 10),
    failing: random.int(1, 6),
  };
}

// Made once: an error notes a stack, which costs more than a load does.
const [NOT_FOUND, LOST] = [new Error('not found'), new Error('connection lost')];

/** One day as one loader lives it: its queries, in order, and what became of each load. */
class Diary {
  readonly #lab: Lab;
  readonly #day: Day;
  readonly #begin: number;
  readonly #asked: [string, Tracked][] = [];

  constructor(lab: Lab, day: Day) {
    this.#lab = lab;
    this.#day = day;
    this.#begin = lab.now;
    lab.trace.spans.length = 0;
    lab.trace.marks.length = 0;
  }

  /** Plays the day; never ends when a load is pending for ever. */
  async live(make: (loadMany: LoadMany) => UntrustedLoad): Promise<void> {
    const { takes, failing, visits } = this.#day;
    const untrustedLoad = make(
      table(this.#lab, {
        takes: (n) => takes[n % 4] as number,
        entry: (key, n) => (key === 'nothing' ? NOT_FOUND : `${key} of query ${n}`),
        fails: (n) => (n === failing ? LOST : undefined),
      }),
    );
    await Promise.all(
      visits.map((one, v) =>
        callback(this.#lab, one.at, () => this.#visit(untrustedLoad, one, v + 1)),
      ),
    );
  }

  async #visit(untrustedLoad: UntrustedLoad, { loads, next }: Visit, v: number): Promise<void> {
    const get = (key: Key, name: string): Tracked => {
      const tracked = ask(this.#lab, untrustedLoad, key);
      this.#asked.push([`load ${v}.${name}`, tracked]);
      return tracked;
    };
    const here: Tracked[] = [];
    for (const [i, { key, hops }] of loads.entries()) {
      if (hops > 0) await hop(hops);
      here.push(get(key, String(i + 1)));
    }
    const [first] = here;
    await first?.done;
    if (next && first?.status === 'fulfilled') here.push(get(next, 'next'));
    await Promise.all(here.map(({ done }) => done));
  }

  /** What has been seen so far. */
  read(): string[] {
    const sent = this.#lab.trace.operations().map(({ start, args }, i) => {
      const keys = [...(args[0] as Key[])].sort();
      return `query ${i + 1} at ${start - this.#begin} ms: ${keys.join(' ')}`;
    });
    const settled = this.#asked
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { status, at, value, error }]) => {
        if (status === 'pending') return `${name}: pending for ever`;
        return `${name} at ${at - this.#begin} ms: ${status === 'fulfilled' ? value : error?.message}`;
      });
    return [...sent, ...settled];
  }

  /** Lets the timeline show this day alone, from its beginning. */
  show(): void {
    for (const span of this.#lab.trace.spans) {
      Object.assign(span, {
        start: span.start - this.#begin,
        end: (span.end ?? this.#lab.now) - this.#begin,
      });
    }
  }
}

/** dataloader without its memory: as its README does it. */
function dataloader(loadMany: LoadMany): UntrustedLoad {
  const loader = new DataLoader<Key, unknown>((keys) => {
    loader.clearAll();
    return loadMany(keys);
  });
  return (key) => loader.load(key);
}

/** On this day, the n-th, both saw the same. */
function claimSame(n: number, day: Day, theirs: readonly string[], diary: Diary): void {
  const yours = diary.read();
  if (yours.join('\n') === theirs.join('\n')) return;
  const i = [...theirs, ''].findIndex((line, k) => yours[k] !== line);
  diary.show();
  const visits = day.visits
    .toSorted((a, b) => a.at - b.at)
    .map(
      ({ at, loads }) => `${at} ms ${loads.map(({ key, hops }) => `+${hops} ${key}`).join(' ')}`,
    );
  claim(
    false,
    `Where dataloader has "${theirs[i] ?? 'nothing more'}", your code has "${yours[i] ?? 'nothing more'}". Day ${n}: ` +
      `[${visits.join('; ')}]; +2 means two microtasks later in the same turn.`,
  );
}

test('on 200 random days its queries and answers are those of dataloader', {
  weight: 3,
}, async (t) => {
  const { lab, submission } = t;
  let compare = (): void => {};
  // All days in one run: to begin and end a run costs more than a day.
  const days = await lab.run(
    async () => {
      for (let n = 1; n <= lab.cases; n++) {
        const day = randomDay(lab);
        const model = new Diary(lab, day);
        await model.live(dataloader);
        const theirs = model.read();
        const yours = new Diary(lab, day);
        compare = () => claimSame(n, day, theirs, yours);
        await yours.live((loadMany) => submission.createLoader(loadMany));
        compare();
      }
    },
    { mayHang: true },
  );
  claim(days.status !== 'rejected', `createLoader() threw "${days.error?.message}".`);
  // A load that is pending for ever ends the run in the middle of its day.
  compare();
});
