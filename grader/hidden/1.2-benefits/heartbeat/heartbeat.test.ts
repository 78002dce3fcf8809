import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.2-benefits/heartbeat/heartbeat.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';

const test = checksFor<typeof Solution>('heartbeat');

/** A call of `beat`, in ms since the heart was started. */
interface Call {
  at: number;
  lateMs: number;
}

const onTime = (...times: number[]): Call[] => times.map((at) => ({ at, lateMs: 0 }));

/** Waits for some odd time before anything begins: no schedule starts at 0 of the clock. */
async function wait(lab: Lab): Promise<number> {
  await lab.at(lab.now + lab.random.int(3, 17));
  return lab.now;
}

const BEAT = 'beat';

/** Makes `begin` the 0 ms of the timeline, which then shows nothing but work and beats. */
function drawFrom(lab: Lab, begin: number): void {
  const { spans, marks } = lab.trace;
  const end = (span: { end?: number }) => (span.end === undefined ? {} : { end: span.end - begin });
  spans.splice(
    0,
    Infinity,
    ...spans.map((span) => ({ ...span, start: span.start - begin, ...end(span) })),
  );
  // The lab also marks when the check's own promise resolved.
  const beats = marks.filter(({ text }) => text === BEAT);
  marks.splice(0, Infinity, ...beats.map(({ at, text }) => ({ at: at - begin, text })));
}

/** A `beat` that notes its calls; the heart has to be started now. */
function listener(lab: Lab, name = BEAT) {
  const begin = lab.now;
  const calls: Call[] = [];
  const beat = (untrustedLateMs: number): void => {
    const lateMs = typeof untrustedLateMs === 'number' ? untrustedLateMs : Number.NaN;
    calls.push({ at: lab.now - begin, lateMs });
    lab.trace.mark(lab.now, name);
  };
  return { calls, beat };
}

/** Other work that keeps the event loop busy, in ms since the heart was started. */
interface Block {
  from: number;
  to: number;
}

/** Starts a heart, keeps the event loop busy as told, stops the heart at `end`, and returns when it beat. */
async function listen(
  lab: Lab,
  submission: typeof Solution,
  { everyMs, block, end }: { everyMs: number; block: Block; end: number },
): Promise<Call[]> {
  lab.trace.spans.length = 0;
  lab.trace.marks.length = 0;
  const work = lab.work<[number]>('other work', { takes: (ms) => ms });
  let begin = 0;
  let heard: Call[] = [];
  await lab.run(async () => {
    begin = await wait(lab);
    const { calls, beat } = listener(lab);
    heard = calls;
    const stop = submission.startHeartbeat(everyMs, beat);
    await lab.at(begin + block.from);
    work(block.to - block.from);
    await lab.at(begin + end);
    stop();
  });
  drawFrom(lab, begin);
  return heard;
}

function claimBeats(calls: readonly Call[], expected: readonly Call[], why: string): void {
  const times = expected.map(({ at }) => at).join(', ');
  for (const [i, { at, lateMs }] of expected.entries()) {
    const call = calls[i];
    claim(
      call !== undefined,
      `\`beat\` was called ${calls.length} times, and not at ${at} ms; it should come at "${times}" ms: ${why}.`,
    );
    claim(
      call.at === at,
      `Call ${i + 1} of \`beat\` came at ${call.at} ms, expected at ${at} ms: ${why}.`,
    );
    claim(
      call.lateMs === lateMs,
      `At ${at} ms \`beat\` was told that it is ${call.lateMs} ms late, and it was ${lateMs}: count from the moment at ` +
        'which the beat was due by the schedule.',
    );
  }
  const extra = calls[expected.length];
  claim(
    extra === undefined,
    `\`beat\` was also called at ${extra?.at} ms; it should come at "${times}" ms only: ${why}.`,
  );
}

test('on a free event loop every heart beats at the times of its own schedule', async (t) => {
  const { lab } = t;
  const everyMs = lab.random.int(15, 30);
  let hearts: Call[][] = [];
  await lab.run(async () => {
    const begin = await wait(lab);
    const first = listener(lab, 'first heart');
    const stopFirst = t.submission.startHeartbeat(2 * everyMs, first.beat);
    await lab.at(begin + 5);
    const second = listener(lab, 'second heart');
    const stopSecond = t.submission.startHeartbeat(everyMs, second.beat);
    hearts = [first.calls, second.calls];
    await lab.at(begin + 4 * everyMs + 1);
    stopFirst();
    await lab.at(begin + 5 * everyMs + 6);
    stopSecond();
  });
  const [first = [], second = []] = hearts;
  claimBeats(first, onTime(2 * everyMs, 4 * everyMs), 'nothing disturbs this heart');
  const times = [1, 2, 3, 4, 5].map((n) => n * everyMs);
  claimBeats(second, onTime(...times), 'nothing disturbs this heart, nor does the other one');
});

test('after a beat that was late, the next one is on schedule again', { weight: 2 }, async (t) => {
  const { lab } = t;
  const everyMs = lab.random.int(15, 30);
  const lateMs = lab.random.int(4, everyMs - 4);
  const block = { from: 2 * everyMs - 3, to: 2 * everyMs + lateMs };
  const calls = await listen(lab, t.submission, { everyMs, block, end: 5 * everyMs + 3 });
  const expected = [
    ...onTime(everyMs),
    { at: 2 * everyMs + lateMs, lateMs },
    ...onTime(3 * everyMs, 4 * everyMs, 5 * everyMs),
  ];
  const why = `a beat is due at every multiple of ${everyMs} ms since the start, whenever the one before has come`;
  claimBeats(calls, expected, why);
});

test('beats missed during a long block come as one call, and the next is on schedule', async (t) => {
  const { lab } = t;
  const everyMs = lab.random.int(15, 30);
  for (const after of [lab.random.int(4, everyMs - 4), 0]) {
    const block = { from: 2 * everyMs - 3, to: 4 * everyMs + after };
    const calls = await listen(lab, t.submission, { everyMs, block, end: 6 * everyMs + 3 });
    const expected = [
      ...onTime(everyMs),
      { at: block.to, lateMs: 2 * everyMs + after },
      ...onTime(5 * everyMs, 6 * everyMs),
    ];
    const why =
      'one call stands for all beats that were missed, and the next beat comes when it is due';
    claimBeats(calls, expected, why);
  }
});

test('a heart that was stopped beats no more, also when `beat` stopped it', async (t) => {
  const { lab } = t;
  const everyMs = lab.random.int(15, 30);
  let early = 0;
  await lab.run(async () => {
    await wait(lab);
    const stop = t.submission.startHeartbeat(everyMs, () => {
      early += 1;
    });
    stop();
    stop();
    await lab.at(lab.now + 3 * everyMs);
  });
  claim(early === 0, `A heart was stopped at once, and yet it beat ${early} times.`);
  t.expect(lab).toLeaveNothingBehind('a stopped heart needs no timer');

  let calls = 0;
  await lab.run(async () => {
    await wait(lab);
    const stop = t.submission.startHeartbeat(everyMs, () => {
      calls += 1;
      lab.trace.mark(lab.now, calls === 2 ? 'beat 2 stops the heart' : `beat ${calls}`);
      if (calls === 2) stop();
    });
    await lab.at(lab.now + 5 * everyMs);
    stop();
  });
  const last = Number(calls);
  claim(
    last === 2,
    `\`beat\` stopped the heart in its second call, and was called ${last} times: when it runs, the timer that called it has ` +
      'already fired, and clearing that one stops nothing. Set the next timer before you call `beat`, or remember the stop.',
  );
  t.expect(lab).toLeaveNothingBehind('a stopped heart needs no timer');
});

/** What happened while a path was computed; all times in ms since it began. */
interface Computed {
  result: Tracked;
  /** What the pieces take together. */
  workMs: number;
  doneAt: number;
  /** How many beats were due by then. */
  beatsDue: number;
  /** When a heart of the check's own beat, which never misses a chance: beat 1, 2, 3, … */
  beats: readonly number[];
  /** The pieces, in the order in which they were computed. */
  pieces: readonly { index: number; start: number; end: number }[];
  /** How often the event loop turned between two pieces. */
  pauses: number;
}

interface Path {
  /** What each piece takes, in ms. */
  costs: readonly number[];
  /** The piece that throws `error`. */
  failing?: number;
  error?: Error;
}

const EVERY_MS = 20;

/** A heart of the check's own, started now. Returns when it beat, in ms since then, and what stops it. */
function ownHeart(lab: Lab) {
  const begin = lab.now;
  const beats: number[] = [];
  let stopped = false;
  const arm = (n: number): void => {
    const beat = () => {
      beats.push(lab.now - begin);
      if (!stopped) arm(n + 1);
    };
    lab.timers.setTimeout(beat, begin + n * EVERY_MS - lab.now);
  };
  const stop = () => {
    stopped = true;
  };
  arm(1);
  return { beats, stop };
}

/** Has a path computed beside a heart. */
async function compute(lab: Lab, submission: typeof Solution, path: Path): Promise<Computed> {
  const { costs, failing, error } = path;
  lab.trace.spans.length = 0;
  const work = lab.work<[number]>('piece', { takes: (index) => costs[index] ?? 0 });
  const pathPieces = costs.map((_, index) => () => {
    work(index);
    if (index === failing) throw error;
  });
  let begin = 0;
  let heart: ReturnType<typeof ownHeart> | undefined;
  const result = await lab.run(async () => {
    begin = await wait(lab);
    heart = ownHeart(lab);
    try {
      return await submission.computePath(pathPieces, EVERY_MS);
    } finally {
      heart.stop();
    }
  });
  drawFrom(lab, begin);

  const { spans } = lab.trace;
  const pieces = spans.map(({ args: [index], start, end = start }) => ({
    index: index as number,
    start,
    end,
  }));
  const doneAt = result.at - begin;
  return {
    result,
    workMs: costs.reduce((sum, ms) => sum + ms, 0),
    doneAt,
    beatsDue: Math.floor(doneAt / EVERY_MS),
    beats: heart?.beats ?? [],
    pieces,
    pauses: new Set(spans.map(({ turn }) => turn)).size - 1,
  };
}

/** What each piece takes, in ms. */
function randomCosts(lab: Lab, count: number, low: number, high: number): number[] {
  return Array.from({ length: count }, () => lab.random.int(low, high));
}

function claimPunctual(lab: Lab, { beats, pieces, doneAt, result }: Computed): void {
  claim(
    result.status === 'fulfilled',
    `Your promise rejected with "${result.error?.name}: ${result.error?.message}".`,
  );
  const [first = 0] = beats;
  claim(
    first < doneAt,
    `The path was done at ${doneAt} ms, and until then not one beat had come, though one is due every ${EVERY_MS} ms: a timer ` +
      'fires when the event loop turns, and it does not turn between microtasks. Await something that only the loop can bring about.',
  );
  for (const [i, at] of beats.entries()) {
    const dueAt = (i + 1) * EVERY_MS;
    const underWay = pieces.find(({ start, end }) => start < dueAt && dueAt < end);
    const latest = underWay?.end ?? dueAt;
    if (at > latest) {
      const beat = lab.trace.begin(`beat ${i + 1} is late`, 'operation', [], dueAt);
      beat.end = at;
      beat.status = 'ok';
    }
    claim(
      at <= latest,
      `Beat ${i + 1} was due at ${dueAt} ms and came at ${at} ms, though it could have come at ${latest} ms, when no piece was under ` +
        'way: look at the clock after every piece, and give control back before the next one when a beat of the schedule is due.',
    );
  }
}

test('a beat waits for the piece that is under way when it is due, and for no other', {
  weight: 3,
}, async (t) => {
  const { lab } = t;
  const ranges: [low: number, high: number][] = [
    [1, 15],
    [10, 15],
    [1, 3],
  ];
  for (const [low, high] of ranges) {
    const costs = randomCosts(lab, 30, low, high);
    claimPunctual(lab, await compute(lab, t.submission, { costs }));
  }
});

test('a piece that ends exactly when a beat is due is followed by the beat', async (t) => {
  const costs = Array.from({ length: 12 }, () => EVERY_MS / 2);
  claimPunctual(t.lab, await compute(t.lab, t.submission, { costs }));
});

test('control is given back once for each beat, not more often', async (t) => {
  const { lab } = t;
  const costs = randomCosts(lab, 40, 1, 3);
  const { pauses, beatsDue } = await compute(lab, t.submission, { costs });
  claim(
    pauses <= beatsDue,
    `Your code gave control back ${pauses} times between its ${costs.length} pieces, and ${beatsDue} beats were due: each time ` +
      'everything else on the event loop gets its turn while the path waits. Do it when a beat is due, and go on otherwise.',
  );
});

test('the path takes as long as its pieces, and at most 1 ms more for each beat', async (t) => {
  const { lab } = t;
  const costs = randomCosts(lab, 30, 1, 15);
  const { workMs, doneAt, beatsDue } = await compute(lab, t.submission, { costs });
  const most = workMs + beatsDue;
  claim(
    doneAt <= most,
    `The pieces take ${workMs} ms, and the path was done at ${doneAt} ms: nothing is computed while you wait for a timer. Give ` +
      'control back for a moment only, without a delay.',
  );
});

test('every piece is computed once, in the order of the path', async (t) => {
  const { lab } = t;
  const costs = randomCosts(lab, lab.random.int(20, 40), 1, 15);
  const { pieces, result } = await compute(lab, t.submission, { costs });
  const found = pieces.map(({ index }) => index);
  t.expect(found).toEqual([...costs.keys()], 'the pieces have to be computed in their order, once');
  t.expect(result).toFulfil(undefined, 'a path has no result');

  const none = await compute(lab, t.submission, { costs: [] });
  claim(
    none.doneAt <= 1,
    `A path without pieces was done after ${none.doneAt} ms: there is nothing to wait for.`,
  );
});

test('a piece that throws ends the path at that moment with that error', async (t) => {
  const { lab } = t;
  const error = new Error('the path leaves the table');
  for (const failing of [0, lab.random.int(9, 12)]) {
    const costs = randomCosts(lab, 16, 4, 15);
    const options = { costs, failing, error };
    const { result, pieces, doneAt } = await compute(lab, t.submission, options);
    t.expect(result).toRejectWith(error, 'the caller must learn why there is no path');
    const count = pieces.length;
    claim(
      count === failing + 1,
      `Piece ${failing + 1} threw, and ${count} pieces were computed: the rest of the path is of no use then.`,
    );
    const end = pieces.at(-1)?.end ?? 0;
    claim(
      doneAt === end,
      `Piece ${failing + 1} threw at ${end} ms, and your promise rejected at ${doneAt} ms: there is nothing to wait for.`,
    );
  }
});
