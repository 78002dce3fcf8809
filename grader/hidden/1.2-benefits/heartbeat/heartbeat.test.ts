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
const DONE = 'the path is done';

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
  const own = marks.filter(({ text }) => text === BEAT || text === DONE);
  marks.splice(0, Infinity, ...own.map(({ at, text }) => ({ at: at - begin, text })));
}

/** A `beat` that notes its calls, and takes some time itself if told; the heart has to be started now. */
function listener(lab: Lab, { name = BEAT, beatMs = 0 } = {}) {
  const begin = lab.now;
  const calls: Call[] = [];
  const work = lab.work(name, { takes: beatMs });
  const beat = (untrustedLateMs: number): void => {
    const lateMs = typeof untrustedLateMs === 'number' ? untrustedLateMs : Number.NaN;
    calls.push({ at: lab.now - begin, lateMs });
    lab.trace.mark(lab.now, name);
    if (beatMs > 0) work();
  };
  return { calls, beat };
}

/** Other work that keeps the event loop busy, in ms since the heart was started. */
interface Block {
  from: number;
  to: number;
}

interface Heart {
  everyMs: number;
  /** What each beat takes. */
  beatMs?: number;
  block?: Block;
  /** When the heart is stopped. */
  end: number;
}

/** Starts a heart, keeps the event loop busy as told, stops the heart at `end`, and returns when it beat. */
async function listen(
  lab: Lab,
  submission: typeof Solution,
  { everyMs, beatMs = 0, block, end }: Heart,
): Promise<Call[]> {
  lab.trace.spans.length = 0;
  lab.trace.marks.length = 0;
  const work = lab.work<[number]>('other work', { takes: (ms) => ms });
  let begin = 0;
  let heard: Call[] = [];
  await lab.run(async () => {
    begin = await wait(lab);
    const { calls, beat } = listener(lab, { beatMs });
    heard = calls;
    const stop = submission.startHeartbeat(everyMs, beat);
    if (block) {
      await lab.at(begin + block.from);
      work(block.to - block.from);
    }
    await lab.at(begin + end);
    stop();
  });
  drawFrom(lab, begin);
  return heard;
}

function claimBeats(calls: readonly Call[], expected: readonly Call[], why: string): void {
  const times = expected.map(({ at }) => at).join(', ');
  const dueAt = (call: Call | undefined): number => (call ? call.at - call.lateMs : Number.NaN);
  const twice = calls.findIndex((call, i) => dueAt(calls[i - 1]) === dueAt(call));
  claim(
    twice < 0,
    `\`beat\` was called at ${calls[twice - 1]?.at} ms and again at ${calls[twice]?.at} ms for one beat, the one that was due ` +
      `at ${dueAt(calls[twice])} ms: a beat that is due exactly now counts as given, so go on to the first one that lies ahead.`,
  );
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
    const first = listener(lab, { name: 'first heart' });
    const stopFirst = t.submission.startHeartbeat(2 * everyMs, first.beat);
    await lab.at(begin + 5);
    const second = listener(lab, { name: 'second heart' });
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

test('after a beat that was late, or took time itself, the next one is on schedule', {
  weight: 2,
}, async (t) => {
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

  const beatMs = lab.random.int(5, 9);
  const busy = await listen(lab, t.submission, { everyMs, beatMs, end: 4 * everyMs + beatMs + 1 });
  const times = [1, 2, 3, 4].map((n) => n * everyMs);
  claimBeats(
    busy,
    onTime(...times),
    `each beat takes ${beatMs} ms, and the time until the next one runs meanwhile; set the timer before you call \`beat\`, or ` +
      'measure afterwards what is left',
  );
});

test('a timer that fires a fraction of a ms too soon brings its own beat, and only once', async (t) => {
  const { lab } = t;
  const everyMs = lab.random.int(15, 30);
  // Until the next beat no whole number of ms is left, and setTimeout counts whole ones.
  const fraction = lab.random.pick([0.25, 0.5, 0.75]);
  const block = { from: 2 * everyMs - 3, to: 2 * everyMs + lab.random.int(4, 8) + fraction };
  const calls = await listen(lab, t.submission, { everyMs, block, end: 5 * everyMs + 3 });
  for (const [i, { at, lateMs }] of calls.entries()) {
    const before = calls[i - 1]?.at;
    claim(
      before === undefined || at - before > 2,
      `\`beat\` was called at ${before} ms and again at ${at} ms, both times for the beat of ${i * everyMs} ms: the timer fired a ` +
        'fraction of a ms too soon. That was the beat it was set for, so go on to the next one, whatever the clock says.',
    );
    const dueAt = (i + 1) * everyMs;
    const expected = i === 1 ? block.to : dueAt;
    claim(
      Math.abs(at - expected) < 1,
      `Call ${i + 1} of \`beat\` came at ${at} ms, expected at ${expected} ms: one beat was late because of other work, and the ` +
        'beats after it stay where they were.',
    );
    claim(
      lateMs >= 0 && Math.abs(lateMs - Math.max(0, at - dueAt)) < 1,
      `At ${at} ms \`beat\` was told that it is "${lateMs} ms" late, and it was due at ${dueAt} ms: count from there, and a beat that ` +
        'comes a fraction of a ms too soon is 0 ms late, not less.',
    );
  }
  const { length } = calls;
  claim(
    length === 5,
    `Within ${5 * everyMs + 3} ms \`beat\` was called ${length} times, and 5 beats were due, one every ${everyMs} ms.`,
  );
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

/** Claims that no timer was armed when the last run settled, right after a heart was stopped. */
function claimStopped(lab: Lab): void {
  const [timer] = lab.leftovers.timers;
  claim(
    timer === undefined,
    `The heart was stopped, and a timer of ${timer?.ms} ms was still armed: it wakes nobody, and Node does not end before it has ` +
      'fired. Clear the timer that is armed now.',
  );
}

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
  });
  claim(early === 0, 'A heart was stopped at once, and yet it beat.');
  claimStopped(lab);

  let calls = 0;
  await lab.run(async () => {
    const begin = await wait(lab);
    const stop = t.submission.startHeartbeat(everyMs, () => {
      calls += 1;
      lab.trace.mark(lab.now, calls === 2 ? 'beat 2 stops the heart' : `beat ${calls}`);
      if (calls === 2) stop();
    });
    // For a heart that beats on; what is left over is what was there long before.
    void lab.at(begin + 5 * everyMs).then(stop);
    await lab.at(begin + 2 * everyMs + 1);
  });
  const last = Number(calls);
  claim(
    last === 2,
    `\`beat\` stopped the heart in its second call, and was called ${last} times: when it runs, the timer that called it has ` +
      'already fired, and clearing that one stops nothing. Set the next timer before you call `beat`, or remember the stop.',
  );
  claimStopped(lab);
});

/** One piece that was computed; times in ms since the path began. */
interface Computing {
  index: number;
  start: number;
  end: number;
}

/** What lies between two pieces, before the first one, or after the last one; times in ms since the path began. */
interface Gap {
  from: number;
  to: number;
  /** How often the event loop turned, not counting the beats. */
  turns: number;
  /** Whether a beat has become due since the gap before. */
  isDue: boolean;
}

/** What happened while a path was computed; all times in ms since it began. */
interface Computed {
  result: Tracked;
  /** Whether the function threw instead of returning a promise. */
  threw: boolean;
  /** What the pieces take together. */
  workMs: number;
  doneAt: number;
  /** When a heart of the check's own beat, which never misses a chance: beat 1, 2, 3, … */
  beats: readonly number[];
  /** The pieces, in the order in which they were computed. */
  pieces: readonly Computing[];
  gaps: readonly Gap[];
}

interface Path {
  /** What each piece takes, in ms. */
  costs: readonly number[];
  /** What each beat takes. */
  beatMs?: number;
  /** The piece that throws `reason`. */
  failing?: number;
  reason?: unknown;
}

const EVERY_MS = 20;

/** How many beats are due at `ms`. */
const beatsDueBy = (ms: number): number => Math.floor(ms / EVERY_MS);

/** A heart of the check's own, started now. Returns when it beat, in ms since then, and what stops it. */
function ownHeart(lab: Lab, beatMs: number) {
  const begin = lab.now;
  const beats: number[] = [];
  const work = lab.work(BEAT, { takes: beatMs });
  let stopped = false;
  const arm = (n: number): void => {
    const beat = () => {
      beats.push(lab.now - begin);
      if (beatMs > 0) {
        lab.trace.mark(lab.now, BEAT);
        work();
      }
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

/** The number of the event loop's turn that is under way: the trace notes it with every span. */
function turnNow({ trace, now }: Lab): number {
  const { turn } = trace.begin('now', 'work', [], now);
  trace.spans.pop();
  return turn;
}

/** Notes when the submission gives control back and takes it again. */
function watchGaps(lab: Lab, beats: readonly number[]) {
  const begin = lab.now;
  const gaps: Gap[] = [];
  const look = () => ({ at: lab.now - begin, turn: turnNow(lab), beats: beats.length });
  let left = look();
  const leave = (): void => {
    left = look();
  };
  const enter = (): void => {
    const now = look();
    const { at: from } = left;
    gaps.push({
      from,
      to: now.at,
      turns: now.turn - left.turn - (now.beats - left.beats),
      isDue: beatsDueBy(from) > beatsDueBy(gaps.at(-1)?.to ?? 0),
    });
  };
  return { gaps, leave, enter };
}

/** Has a path computed beside a heart. */
async function compute(lab: Lab, submission: typeof Solution, path: Path): Promise<Computed> {
  const { costs, beatMs = 0, failing, reason } = path;
  lab.trace.spans.length = 0;
  lab.trace.marks.length = 0;
  const work = lab.work<[number]>('piece', { takes: (index) => costs[index] ?? 0 });
  const pieces: Computing[] = [];
  let begin = 0;
  let threw = false;
  let beats: readonly number[] = [];
  let gaps: readonly Gap[] = [];
  const result = await lab.run(async () => {
    begin = await wait(lab);
    const heart = ownHeart(lab, beatMs);
    const watch = watchGaps(lab, heart.beats);
    ({ beats } = heart);
    ({ gaps } = watch);
    const pathPieces = costs.map((_, index) => () => {
      watch.enter();
      const start = lab.now - begin;
      work(index);
      pieces.push({ index, start, end: lab.now - begin });
      watch.leave();
      if (index === failing) throw reason;
    });
    const call = (): Promise<void> => {
      try {
        return submission.computePath(pathPieces, EVERY_MS);
      } catch (error) {
        threw = true;
        throw error;
      }
    };
    try {
      return await call();
    } finally {
      watch.enter();
      heart.stop();
    }
  });
  const doneAt = result.at - begin;
  if (doneAt > (pieces.at(-1)?.end ?? 0)) lab.trace.mark(result.at, DONE);
  drawFrom(lab, begin);
  const workMs = costs.reduce((sum, ms) => sum + ms, 0);
  return { result, threw, workMs, doneAt, beats, pieces, gaps };
}

/** What each piece takes, in ms. */
function randomCosts(lab: Lab, count: number, low: number, high: number): number[] {
  return Array.from({ length: count }, () => lab.random.int(low, high));
}

const LOOK_AT_THE_CLOCK =
  'look at the clock after every piece, and give control back before the next one when a beat of the schedule is due';

function claimPunctual(
  lab: Lab,
  { beats, pieces, doneAt, result }: Computed,
  why = LOOK_AT_THE_CLOCK,
): void {
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
        `way: ${why}.`,
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
    [1, 1],
  ];
  for (const [low, high] of ranges) {
    const costs = randomCosts(lab, high === 1 ? 60 : 30, low, high);
    claimPunctual(lab, await compute(lab, t.submission, { costs }));
  }
  const beatMs = lab.random.int(7, 9);
  const costs = randomCosts(lab, 16, 5, 7);
  claimPunctual(
    lab,
    await compute(lab, t.submission, { costs, beatMs }),
    `each beat took ${beatMs} ms itself, and the schedule went on meanwhile. What the pieces took together is not what the clock shows`,
  );
});

test('control is given back after a piece that ends when a beat is due, not 1 ms before', async (t) => {
  const { lab } = t;
  const costs = Array.from({ length: 12 }, () => EVERY_MS / 2);
  claimPunctual(lab, await compute(lab, t.submission, { costs }));

  const justBefore = await compute(lab, t.submission, { costs: [19, 6, 14, 6, 14, 6, 14] });
  for (const { from, turns, isDue } of justBefore.gaps) {
    const next = beatsDueBy(from) + 1;
    claim(
      isDue || turns === 0,
      `You gave control back at ${from} ms, and beat ${next} is due at ${next * EVERY_MS} ms: it cannot come yet, so it then ` +
        'waits for one piece more. Go on until the clock has reached the due time.',
    );
  }
  claimPunctual(lab, justBefore);
});

test('control is given back once for each beat, not more often', async (t) => {
  const { lab } = t;
  const costs = randomCosts(lab, 40, 1, 3);
  // The path ends 5 ms after a due time: no pause shortly before one lies at its end.
  const total = costs.reduce((sum, ms) => sum + ms, 0);
  for (let ms = total; ms % EVERY_MS !== 5; ms++) costs.push(1);
  const { gaps, pieces } = await compute(lab, t.submission, { costs });
  for (const { from, turns, isDue } of gaps) {
    claim(
      turns <= 1 || !isDue,
      `At ${from} ms a beat was due, and your code let the event loop turn ${turns} times for it: everything that is due gets its ` +
        'turn in one. Give control back once, and go on.',
    );
  }
  const pausesIn = (some: readonly Gap[]): number =>
    some.reduce((sum, { turns }) => sum + turns, 0);
  const { start = 0, end = 0 } = pieces.at(-1) ?? {};
  // After the last piece a right answer may give control back or not.
  for (const { pauses, beatsDue } of [
    { pauses: pausesIn(gaps.slice(0, -1)), beatsDue: beatsDueBy(start) },
    { pauses: pausesIn(gaps), beatsDue: beatsDueBy(end) },
  ]) {
    claim(
      pauses <= beatsDue,
      `Your code gave control back ${pauses} times for its ${costs.length} pieces, and ${beatsDue} beats were due: each time ` +
        'everything else on the event loop gets its turn while the path waits. Do it when a beat is due, and go on otherwise.',
    );
  }
});

test('the path takes as long as its pieces, and at most 1 ms more for each beat', async (t) => {
  const { lab } = t;
  const costs = randomCosts(lab, 30, 1, 15);
  const { workMs, doneAt, gaps } = await compute(lab, t.submission, { costs });
  for (const { from, to, isDue } of gaps) {
    const dueAt = (beatsDueBy(from) + 1) * EVERY_MS;
    claim(
      to - from <= 1 || isDue,
      `You stopped computing from ${from} to ${to} ms, and the next beat was due at ${dueAt} ms: nothing is computed while you wait ` +
        'for it. Go on until it is due; it may be late by the one piece that is under way.',
    );
    claim(
      to - from <= 1,
      `You gave control back at ${from} ms, and went on at ${to} ms: in ${to - from} ms nothing was computed, and at most 1 ms is ` +
        'needed for a beat. Let the event loop turn once, without a delay.',
    );
  }
  const most = workMs + beatsDueBy(doneAt);
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
    none.doneAt === 0 && none.gaps.at(-1)?.turns === 0,
    `A path without pieces was done after ${none.doneAt} ms, and not before the event loop had turned: there is nothing to wait for.`,
  );
});

test('a piece that throws ends the path at that moment with that error', async (t) => {
  const { lab } = t;
  const error = new Error('the path leaves the table');
  lab.expectedErrors.add(error);
  const costs = randomCosts(lab, 16, 4, 15);
  for (const path of [
    { costs, failing: 0, reason: error },
    // A beat has become due during the piece that throws.
    { costs: [lab.random.int(8, 12), 14, 3], failing: 1, reason: error },
    { costs, failing: lab.random.int(9, 12), reason: 0 },
  ]) {
    const { failing, reason } = path;
    const { result, threw, pieces, doneAt, gaps } = await compute(lab, t.submission, path);
    claim(
      !threw,
      `Piece ${failing + 1} threw, and your function threw too, before it had returned its promise: a caller that handles the ` +
        'rejection never sees it. Let the promise reject.',
    );
    const why =
      reason === 0
        ? 'a piece may throw anything, also what counts as false'
        : 'the caller must learn why there is no path';
    t.expect(result).toRejectWith(reason, why);
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
    claim(
      gaps.at(-1)?.turns === 0,
      `Piece ${failing + 1} threw at ${end} ms, and the event loop turned once more before your promise rejected: others could act ` +
        'as if all was well. There is nothing to give control back for.',
    );
  }
});
