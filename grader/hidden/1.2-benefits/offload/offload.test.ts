import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.2-benefits/offload/offload.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';
import type { Span } from '../../../lab/trace.ts';

const test = checksFor<typeof Solution>('offload');

type Draw = Solution.Draw<string, string>;

interface Tiles {
  workers: number;
  /** Virtual ms of drawing a tile; 100 unless told. */
  takes?: (tile: string) => number;
  fails?: (tile: string) => Error | undefined;
  /** What `drawOn` throws when it is called, before anything is drawn. */
  throws?: (tile: string) => { error: unknown } | undefined;
}

/** A pool of the submission, and what it did with its workers. Use it while the lab runs: the pool is untrusted. */
class Pool {
  readonly #lab: Lab;
  readonly #workers: number;
  /** What each worker draws, by its number. */
  readonly #busy = new Map<number, { tile: string; since: number }>();
  readonly #untrustedDraw: Draw;

  constructor(
    lab: Lab,
    submission: typeof Solution,
    { workers, takes = () => 100, fails = () => undefined, throws = () => undefined }: Tiles,
  ) {
    this.#lab = lab;
    this.#workers = workers;
    const operation = lab.operation<[number, string], string>(
      (worker, tile) => `${tile} on ${worker}`,
      {
        takes: (_, tile) => takes(tile),
        returns: (_, tile) => `picture of ${tile}`,
        fails: (_, tile) => fails(tile),
      },
    );
    this.#untrustedDraw = submission.createTilePool(workers, (worker: number, tile: string) => {
      this.#claimFree(worker, tile);
      const thrown = throws(tile);
      if (thrown) throw thrown.error;
      const drawn = operation(worker, tile);
      this.#busy.set(worker, { tile, since: lab.now });
      const free = () => this.#busy.delete(worker);
      drawn.then(free, free);
      return drawn;
    });
    claim(
      typeof this.#untrustedDraw === 'function',
      'createTilePool() must return a function that draws a tile, and yours returned something else.',
    );
  }

  /** Asks for a tile and watches what becomes of it. */
  ask(tile: string, signal?: AbortSignal): Tracked {
    return this.#lab.track(this.#ask(tile, signal));
  }

  /** Asks for each tile in the moment in which the one before is there. */
  async askInTurn(...tiles: string[]): Promise<void> {
    for (const tile of tiles) await this.#ask(tile);
  }

  #ask(tile: string, signal?: AbortSignal): unknown {
    let untrusted: unknown;
    let threw = false;
    try {
      untrusted = signal ? this.#untrustedDraw(tile, signal) : this.#untrustedDraw(tile);
    } catch {
      threw = true;
    }
    claim(
      !threw,
      `Your code threw when "${tile}" was asked for: whoever handles the promise never sees that. Reject instead.`,
    );
    return untrusted;
  }

  #claimFree(worker: number, tile: string): void {
    claim(
      Number.isInteger(worker) && worker >= 0 && worker < this.#workers,
      `Your code called drawOn("${worker}", "${tile}"), and there is no such worker: the number of workers is ${this.#workers}, counted from 0.`,
    );
    const busy = this.#busy.get(worker);
    claim(
      busy === undefined,
      `At ${this.#lab.now} ms your code gave "${tile}" to worker "${worker}", which has been drawing "${busy?.tile}" since ` +
        `${busy?.since} ms and is not done: a worker is free when the promise of drawOn is settled, not before.`,
    );
  }
}

/** The span in which a tile was drawn. */
function drawing(lab: Lab, tile: string): Span | undefined {
  return lab.trace.operations().find(({ args }) => args[1] === tile);
}

/** Claims that the tile was begun at `ms`; `undefined` when it must not be drawn. */
function claimBegun(lab: Lab, tile: string, ms: number | undefined, why: string): void {
  const start = drawing(lab, tile)?.start;
  claim(ms !== undefined || start === undefined, `"${tile}" was begun at ${start} ms: ${why}.`);
  claim(
    ms === undefined || start !== undefined,
    `"${tile}" was never begun, expected at ${ms} ms: ${why}.`,
  );
  claim(
    Number(start) >= Number(ms) || start === ms,
    `"${tile}" was begun at ${start} ms, expected at ${ms} ms: ${why}.`,
  );
  claim(start === ms, `"${tile}" was begun only at ${start} ms, expected at ${ms} ms: ${why}.`);
}

/** Some time in ms, no multiple of the round numbers in which code polls. */
function oddTime(lab: Lab): number {
  return lab.random.int(8, 12) * 10 + lab.random.pick([1, 3, 7, 9]);
}

test('a free worker begins a tile at once, and takes the next when it is done', {
  weight: 2,
}, async (t) => {
  const { lab } = t;
  const ms = oddTime(lab);
  let pictures: Tracked[] = [];
  await lab.run(
    async () => {
      const takes = (tile: string): number => (tile === 'city' ? 4 * ms : ms);
      const pool = new Pool(lab, t.submission, { workers: 2, takes });
      pictures = ['city', 'sea', 'hill', 'lake'].map((tile) => pool.ask(tile));
      await lab.at(3 * ms + 20);
      pictures.push(pool.ask('farm'));
      await Promise.all(pictures.map(({ done }) => done));
    },
    { mayHang: true },
  );
  claimBegun(lab, 'city', 0, 'both workers are free');
  claimBegun(lab, 'sea', 0, 'one worker draws the city and the other is free');
  claimBegun(lab, 'hill', ms, 'the worker that drew the sea is free');
  claimBegun(
    lab,
    'lake',
    2 * ms,
    'that worker has drawn the hill, and the other still draws the city',
  );
  claimBegun(lab, 'farm', 3 * ms + 20, 'one worker has had nothing to do for 20 ms');
  for (const [i, end] of [4 * ms, ms, 2 * ms, 3 * ms, 4 * ms + 20].entries()) {
    t.expect(pictures[i] as Tracked).toFinishAt(end, 'a picture is there when it is drawn');
  }
});

test('each worker draws one tile at a time, in the order of the calls', {
  weight: 2,
}, async (t) => {
  await t.lab.explore(async (lab) => {
    const tiles = ['a', 'b', 'c', 'd', 'e'];
    await lab.run(
      async () => {
        const pool = new Pool(lab, t.submission, { workers: 2 });
        const others = ['b', 'c', 'd'];
        // Whoever asks for e does so when a worker becomes free, and others wait already.
        const inTurn = pool.askInTurn('a', 'e');
        await Promise.all([inTurn, ...others.map((tile) => pool.ask(tile).done)]);
      },
      { mayHang: true },
    );
    t.expect(lab.trace).toPeakAt(2, 'there are two workers and five tiles');
    const begun = lab.trace.operations().map(({ args }) => args[1]);
    claim(
      begun.join() === tiles.join(),
      `The tiles were asked for in the order [${tiles}] and begun in the order [${begun}]: a free worker takes the one that ` +
        'has waited longest, also when somebody asks in the very moment in which it becomes free.',
    );
  });
});

test('everybody gets the picture of the tile asked for', async (t) => {
  await t.lab.explore(async (lab) => {
    // An empty name is a name.
    const tiles = ['a', 'b', '', 'a'];
    const pictures = await lab.run(async () => {
      const pool = new Pool(lab, t.submission, { workers: 2 });
      const asked = tiles.map((tile) => pool.ask(tile));
      await Promise.all(asked.map(({ done }) => done));
      return asked.map(({ value }) => value);
    });
    t.expect(pictures).toFulfil(
      tiles.map((tile) => `picture of ${tile}`),
      'each call has a promise of its own, whatever is done first',
    );
  });
});

test('a failure goes to its caller alone, and the worker draws the next tile', {
  weight: 2,
}, async (t) => {
  const { lab } = t;
  const ms = oddTime(lab);
  const error = new Error('no data for the sea');
  const broken = new TypeError('the lake cannot be sent to a worker');
  let asked: Tracked[] = [];
  await lab.run(
    async () => {
      const pool = new Pool(lab, t.submission, {
        workers: 1,
        takes: () => ms,
        fails: (tile) => (tile === 'sea' ? error : undefined),
        throws: (tile) => ({ lake: { error: broken }, fog: { error: undefined } })[tile],
      });
      asked = ['city', 'sea', 'hill', 'lake', 'fog', 'farm'].map((tile) => pool.ask(tile));
      await Promise.all(asked.map(({ done }) => done));
    },
    { mayHang: true },
  );
  const [city, sea, hill, lake, fog, farm] = asked as [
    Tracked,
    Tracked,
    Tracked,
    Tracked,
    Tracked,
    Tracked,
  ];
  t.expect(city).toFulfil('picture of city', 'nothing has failed yet');
  t.expect(sea).toRejectWith(error, 'its drawing failed with that error');
  t.expect(sea).toFinishAt(2 * ms, 'it failed then');
  claimBegun(lab, 'hill', 2 * ms, 'a worker whose drawing has failed is free again');
  t.expect(hill).toFulfil('picture of hill', 'the failure of the sea is nothing to it');
  t.expect(lake).toRejectWith(broken, 'drawOn threw that error when it was called');
  t.expect(fog).toRejectWith(undefined, 'drawOn threw without saying why, and that is a failure');
  const why = 'drawOn threw at once for the lake and for the fog, so the worker is free';
  claimBegun(lab, 'farm', 3 * ms, why);
  t.expect(farm).toFulfil('picture of farm', 'the failures before it are nothing to it');
});

test('a waiting tile that is not wanted any more is never drawn', { weight: 2 }, async (t) => {
  const { lab } = t;
  const ms = oddTime(lab);
  const page = lab.abortController();
  const reason = new Error('scrolled away');
  const at = lab.random.int(20, 60);
  let asked: Tracked[] = [];
  await lab.run(
    async () => {
      const pool = new Pool(lab, t.submission, { workers: 1, takes: () => ms });
      // Somebody else wants the same tile.
      asked = [pool.ask('city'), pool.ask('sea'), pool.ask('sea', page.signal), pool.ask('hill')];
      await lab.abortAt(at, page, reason);
      await Promise.all(asked.map(({ done }) => done));
    },
    { mayHang: true },
  );
  const [city, wanted, sea, hill] = asked as [Tracked, Tracked, Tracked, Tracked];
  t.expect(sea).toRejectWith(reason, 'its signal was aborted');
  t.expect(sea).toFinishAt(at, 'nobody has to wait to learn that');
  t.expect(city).toFulfil('picture of city', 'it has nothing to do with that signal');
  claimBegun(lab, 'sea', ms, 'there is still a caller who wants it');
  t.expect(wanted).toFulfil('picture of sea', 'only the other call for this tile was taken back');
  claimBegun(lab, 'hill', 2 * ms, 'the tile before it was taken back, so it is the next');
  t.expect(hill).toFulfil('picture of hill', 'it has nothing to do with that signal');
});

test('whoever gives up a tile under way is told at once, but its worker stays busy', {
  weight: 3,
}, async (t) => {
  const { lab } = t;
  const ms = oddTime(lab);
  const page = lab.abortController();
  const reason = new Error('scrolled away');
  const at = lab.random.int(20, 60);
  let asked: Tracked[] = [];
  await lab.run(
    async () => {
      const pool = new Pool(lab, t.submission, {
        workers: 2,
        takes: (tile) => (tile === 'lake' ? ms + 30 : ms),
        // Nobody waits for this failure any more when it comes.
        fails: (tile) => (tile === 'lake' ? new Error('no data for the lake') : undefined),
      });
      asked = [pool.ask('city', page.signal), pool.ask('lake', page.signal)];
      asked.push(pool.ask('sea'), pool.ask('hill'));
      await lab.abortAt(at, page, reason);
      await Promise.all(asked.map(({ done }) => done));
    },
    { mayHang: true },
  );
  const [city, lake, sea, hill] = asked as [Tracked, Tracked, Tracked, Tracked];
  for (const tile of [city, lake]) {
    t.expect(tile).toRejectWith(reason, 'its signal was aborted before it was done');
    t.expect(tile).toFinishAt(at, 'nobody has to wait to learn that');
  }
  claimBegun(lab, 'sea', ms, 'one worker has drawn the city, which nobody wanted any more');
  claimBegun(lab, 'hill', ms + 30, 'the other worker has failed to draw the lake, so it is free');
  for (const [i, tile] of [sea, hill].entries()) {
    t.expect(tile).toFulfil(`picture of ${['sea', 'hill'][i]}`, 'it has no signal');
  }
});

test('with an aborted signal nothing is drawn, and no worker is lost', async (t) => {
  const { lab } = t;
  const page = lab.abortController();
  const reason = lab.random.pick([0, '', null]);
  let asked: Tracked[] = [];
  await lab.run(
    async () => {
      const pool = new Pool(lab, t.submission, { workers: 1 });
      await lab.abortAt(10, page, reason);
      asked = [pool.ask('city', page.signal), pool.ask('sea')];
      await Promise.all(asked.map(({ done }) => done));
    },
    { mayHang: true },
  );
  const [city, sea] = asked as [Tracked, Tracked];
  const why = 'its signal was aborted before the call, and a signal does not fire twice';
  claimBegun(lab, 'city', undefined, why);
  t.expect(city).toRejectWith(reason, `${why}; its reason can be any value`);
  t.expect(city).toFinishAt(10, 'there is nothing to wait for');
  claimBegun(lab, 'sea', 10, 'the only worker is free');
  t.expect(sea).toFulfil('picture of sea', 'it has no signal');
});

test('two pools share neither workers nor tiles', async (t) => {
  const { lab } = t;
  const ms = oddTime(lab);
  let asked: Tracked[] = [];
  await lab.run(
    async () => {
      const roads = new Pool(lab, t.submission, { workers: 1, takes: () => ms });
      const clouds = new Pool(lab, t.submission, { workers: 2, takes: () => ms });
      asked = [roads.ask('city'), roads.ask('sea'), clouds.ask('hill'), clouds.ask('lake')];
      await Promise.all(asked.map(({ done }) => done));
    },
    { mayHang: true },
  );
  claimBegun(lab, 'city', 0, 'the first pool has one worker, and it is free');
  claimBegun(lab, 'sea', ms, 'the only worker of the first pool has drawn the city');
  claimBegun(lab, 'hill', 0, 'the second pool has two workers, and both are free');
  claimBegun(lab, 'lake', 0, 'the second pool has two workers of its own');
  const pictures = asked.map(({ value }) => value);
  const right = ['city', 'sea', 'hill', 'lake'].map((tile) => `picture of ${tile}`);
  t.expect(pictures).toEqual(right, 'the pools have nothing to do with each other');
});

test('no listener stays on a signal when its tiles are done', { weight: 2 }, async (t) => {
  const { lab } = t;
  const page = lab.abortController();
  const error = new Error('no data for the sea');
  const asked = await lab.run(
    async () => {
      const fails = (tile: string) => (tile === 'sea' ? error : undefined);
      const pool = new Pool(lab, t.submission, { workers: 1, fails });
      const tiles = ['city', 'sea', 'hill'].map((tile) => pool.ask(tile, page.signal));
      await Promise.all(tiles.map(({ done }) => done));
      return tiles.map(({ status }) => status);
    },
    { mayHang: true },
  );
  t.expect(asked).toFulfil(['fulfilled', 'rejected', 'fulfilled'], 'only the sea has failed');
  t.expect(lab).toLeaveNothingBehind(
    'a page that is open all day asks for thousands of tiles with one signal; remove your listener when a tile is done',
  );
});

test('whichever comes first, an abort or a free worker, nothing is lost', {
  weight: 2,
}, async (t) => {
  await t.lab.explore(async (lab) => {
    const page = lab.abortController();
    const reason = new Error('scrolled away');
    const scroll = lab.operation('scroll', { takes: 100 });
    let asked: Tracked[] = [];
    await lab.run(
      async () => {
        const pool = new Pool(lab, t.submission, { workers: 1 });
        asked = [pool.ask('city'), pool.ask('sea', page.signal), pool.ask('hill')];
        await scroll();
        const begun = drawing(lab, 'sea') !== undefined;
        page.abort(reason);
        await Promise.all(asked.map(({ done }) => done));
        const sea = drawing(lab, 'sea');
        claim(
          begun || sea === undefined,
          '"sea" was drawn although it was waiting when its signal was aborted: take it out of the queue.',
        );
      },
      { mayHang: true },
    );
    const [city, sea, hill] = asked as [Tracked, Tracked, Tracked];
    t.expect(city).toFulfil('picture of city', 'it has no signal');
    claim(
      hill.status !== 'pending',
      '"hill" was never drawn, though the only worker has nothing else to do: a worker must come back, whatever becomes of ' +
        'the tile that it was meant for.',
    );
    t.expect(hill).toFulfil('picture of hill', 'it has no signal');
    if (sea.status === 'fulfilled') {
      t.expect(sea).toFulfil('picture of sea', 'it was drawn before its signal was aborted');
    } else t.expect(sea).toRejectWith(reason, 'its signal was aborted before it was drawn');
  });
});

interface Wish {
  tile: string;
  at: number;
  takes: number;
  /** When its caller gives up, if ever. */
  abortAt: number | undefined;
}

/** When each wish is begun and settled: workers that are never idle while somebody waits, first come, first served. */
function plan(wishes: readonly Wish[], workers: number) {
  const freeAt = new Array<number>(workers).fill(0);
  return wishes.map(({ at, takes, abortAt = Number.POSITIVE_INFINITY }) => {
    const earliest = Math.min(...freeAt);
    const start = Math.max(at, earliest);
    if (abortAt < start) return { start: undefined, end: abortAt };
    freeAt[freeAt.indexOf(earliest)] = start + takes;
    return { start, end: Math.min(abortAt, start + takes) };
  });
}

/** In ms; the longest day is over before. */
const DAY_MS = 2_000;
const TILES = 'abcdefgh';

function randomWishes({ random }: Lab): Wish[] {
  const steps = (low: number, high: number): number => random.int(low, high) * 10;
  const arrivals = Array.from(TILES, () => steps(0, 25)).sort((a, b) => a - b);
  return arrivals.map((at, i) => {
    // Never at the moment at which a worker becomes free: then either may come first.
    const abortAt = random.next() < 0.4 ? at + steps(0, 15) + 5 : undefined;
    return { tile: TILES[i] as string, at, takes: steps(3, 15), abortAt };
  });
}

/** Asks one pool for everything until the end of the day; the trace then shows this day alone, from its beginning. */
async function liveDay(
  lab: Lab,
  submission: typeof Solution,
  { wishes, workers }: { wishes: readonly Wish[]; workers: number },
): Promise<{ start: number | undefined; end: number | undefined }[]> {
  const { spans } = lab.trace;
  spans.length = 0;
  const morning = lab.now;
  const takes = (tile: string): number => wishes[TILES.indexOf(tile)]?.takes ?? 0;
  const pool = new Pool(lab, submission, { workers, takes });
  const asked: Tracked[] = [];
  const ask = async ({ tile, at, abortAt }: Wish, i: number): Promise<void> => {
    await lab.at(morning + at);
    if (abortAt === undefined) {
      asked[i] = pool.ask(tile);
      return;
    }
    const page = lab.abortController();
    asked[i] = pool.ask(tile, page.signal);
    await lab.at(morning + abortAt);
    page.abort(new Error('scrolled away'));
  };
  await Promise.all([...wishes.map(ask), lab.at(morning + DAY_MS)]);
  const ofToday = spans.map((span) => ({
    ...span,
    start: span.start - morning,
    end: (span.end ?? lab.now) - morning,
  }));
  spans.splice(0, Infinity, ...ofToday);
  return wishes.map(({ tile }, i) => {
    const { status, at } = asked[i] as Tracked;
    const end = status === 'pending' ? undefined : at - morning;
    return { start: drawing(lab, tile)?.start, end };
  });
}

test('on 40 random days every tile is begun and settled at the right moment', {
  weight: 3,
}, async (t) => {
  const { lab } = t;
  const ms = (time: number | undefined): string =>
    `"${time === undefined ? 'never' : `${time} ms`}"`;
  await lab.run(async () => {
    for (let day = 1; day <= lab.cases / 5; day++) {
      const workers = lab.random.int(1, 3);
      const wishes = randomWishes(lab);
      const found = await liveDay(lab, t.submission, { wishes, workers });
      for (const [i, right] of plan(wishes, workers).entries()) {
        const { tile, at, abortAt } = wishes[i] as Wish;
        const { start, end } = found[i] as (typeof found)[number];
        const story = `Day ${day}, workers: ${workers}. "${tile}" was asked for at ${at} ms, its caller gave up: ${ms(abortAt)}`;
        claim(
          start === right.start,
          `${story}. It was begun: ${ms(start)}, and it should have been: ${ms(right.start)}. A worker is free as soon as its ` +
            'drawing is over and not before, and it takes the one that has waited longest of those that are still wanted.',
        );
        claim(
          end === right.end,
          `${story}. Its promise was settled: ${ms(end)}, and it should have been: ${ms(right.end)}. It is settled when the ` +
            'drawing is over, or before that when its caller gives up.',
        );
      }
    }
  });
});
