import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.2-benefits/one-core/one-core.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Mark, Span } from '../../../lab/trace.ts';

const test = checksFor<typeof Solution>('one-core');

type Mix = readonly Solution.PageRequest[];
type Times = readonly [parseMs: number, queryMs: number, renderMs: number];

function mixOf(...requests: readonly Times[]): Mix {
  return requests.map(([parseMs, queryMs, renderMs]) => ({ parseMs, queryMs, renderMs }));
}

const nameOf = (position: number): string => String.fromCharCode(97 + position);

function describeMix(mix: Mix): string {
  const texts = mix.map(
    ({ parseMs, queryMs, renderMs }, i) => `${nameOf(i)} ${parseMs}/${queryMs}/${renderMs}`,
  );
  return `Parse/query/render in ms: ${texts.join(', ') || 'no requests'}`;
}

/** Really serves the mix on the lab's one event loop: computing blocks it, and only a query lets go of it. */
async function serveOnTheLoop(lab: Lab, mix: Mix): Promise<unknown> {
  const compute = lab.work<[string, number]>((what) => what, { takes: (_, ms) => ms });
  const query = lab.operation<[string, number]>((name) => `query ${name}`, {
    takes: (_, ms) => ms,
  });
  const serve = async ({ parseMs, queryMs, renderMs }: Solution.PageRequest, i: number) => {
    compute(`parse ${nameOf(i)}`, parseMs);
    await query(nameOf(i), queryMs);
    compute(`render ${nameOf(i)}`, renderMs);
  };
  return Promise.all(mix.map(serve));
}

interface Ready {
  readyAt: number;
  phase: number;
  position: number;
}

interface InLine extends Ready {
  begin: (core: number) => void;
}

const isBefore = (a: Ready, b: Ready): number =>
  a.readyAt - b.readyAt || a.phase - b.phase || a.position - b.position;

/** The cores and their line. Computing is an operation here, because the lab has one event loop and these are several. */
function openCores(lab: Lab, cores: number) {
  const compute = lab.operation<[string, number]>((what) => what, { takes: (_, ms) => ms });
  const free = Array.from({ length: cores }, (_, i) => i + 1);
  const line: InLine[] = [];
  let isSoon = false;
  const beginNext = (): void => {
    isSoon = false;
    line.sort(isBefore);
    while (free.length > 0 && line.length > 0) line.shift()?.begin(free.shift() as number);
  };
  const beginSoon = (): void => {
    // An immediate runs when everything that happens at this moment has happened.
    if (!isSoon) lab.timers.setImmediate(beginNext);
    isSoon = true;
  };

  return async (phase: number, position: number, ms: number): Promise<void> => {
    const core = await new Promise<number>((begin) => {
      line.push({ readyAt: lab.now, phase, position, begin });
      beginSoon();
    });
    await compute(`${phase === 0 ? 'parse' : 'render'} ${nameOf(position)}, core ${core}`, ms);
    free.push(core);
    free.sort((a, b) => a - b);
    beginSoon();
  };
}

/** Really serves the mix on several cores, which are simulated with operations. */
async function serveOnCores(lab: Lab, mix: Mix, cores: number): Promise<unknown> {
  const takeTurn = openCores(lab, cores);
  const query = lab.operation<[string, number]>((name) => `query ${name}`, {
    takes: (_, ms) => ms,
  });
  const serve = async ({ parseMs, queryMs, renderMs }: Solution.PageRequest, i: number) => {
    await takeTurn(0, i, parseMs);
    await query(nameOf(i), queryMs);
    await takeTurn(1, i, renderMs);
  };
  return Promise.all(mix.map(serve));
}

/** The makespan of one run in ms; the trace then shows this run alone, from 0 ms on. */
async function measure(lab: Lab, serve: () => Promise<unknown>): Promise<number> {
  lab.trace.spans.length = 0;
  lab.trace.marks.length = 0;
  const begin = lab.now;
  await lab.run(serve);
  const { makespan, spans } = lab.trace;
  // The picture ends a query when its answer is there, not when a busy core takes it, and leaves out what takes no time.
  const drawn = spans
    .map((span) => ({ ...span, start: span.start - begin, ms: span.args.at(-1) as number }))
    .filter(({ ms }) => ms > 0)
    .map(({ ms, ...span }) => ({ ...span, end: span.start + ms }));
  spans.splice(0, Infinity, ...drawn);
  // The event loop has one lane: marks tell whose work is on it.
  const works = drawn.filter(({ kind }) => kind === 'work');
  lab.trace.marks.splice(
    0,
    Infinity,
    ...works.map(({ start, name }) => ({ at: start, text: name })),
  );
  return Math.max(0, makespan - begin);
}

/** What the submission says to each call; the list keeps a promise from being awaited. */
async function ask(lab: Lab, calls: readonly (() => unknown)[]): Promise<number[]> {
  const { value, error } = await lab.run(() => calls.map((call) => call()));
  claim(error === undefined, `Your function threw "${error?.name}: ${error?.message}".`);
  return (value as unknown[]).map((said) => {
    const kind = said === '[promise]' ? 'a promise' : `something of type "${typeof said}"`;
    claim(typeof said === 'number', `Your function returned ${kind}; return a number of ms.`);
    return said;
  });
}

/** Compares the prediction for one event loop, and the one for one worker, with what the lab does. */
async function compareOnOneCore(
  lab: Lab,
  submission: typeof Solution,
  { mix, why }: { mix: Mix; why: string },
) {
  const [said = 0] = await ask(lab, [() => submission.predictMakespan(mix)]);
  const real = await measure(lab, () => serveOnTheLoop(lab, mix));
  const where = describeMix(mix);
  claim(
    said >= real,
    `You predicted ${said} ms, too early: the lab was done at ${real} ms. ${why}.\n${where}.`,
  );
  claim(
    said === real,
    `You predicted ${said} ms, too late: the lab was done at ${real} ms. ${why}.\n${where}.`,
  );
}

/** Compares the prediction for several workers with what the lab does. */
async function compareOn(
  lab: Lab,
  submission: typeof Solution,
  { mix, workers, why }: { mix: Mix; workers: number; why: string },
) {
  const [said = 0] = await ask(lab, [() => submission.predictMakespanOn(mix, workers)]);
  const real = await measure(lab, () => serveOnCores(lab, mix, workers));
  const where = `Workers: ${workers}. ${describeMix(mix)}`;
  claim(
    said >= real,
    `You predicted ${said} ms, too early: the workers were done at ${real} ms. ${why}.\n${where}.`,
  );
  claim(
    said === real,
    `You predicted ${said} ms, too late: the workers were done at ${real} ms. ${why}.\n${where}.`,
  );
}

test('on one core computing adds up, and waiting overlaps', { weight: 2 }, async (t) => {
  const { lab } = t;
  const some = (make: () => Times) =>
    mixOf(...Array.from({ length: lab.random.int(3, 5) }, () => make()));
  const computing = some(() => [lab.random.int(5, 30), 0, lab.random.int(5, 30)]);
  const waiting = some(() => [0, lab.random.int(50, 99), 0]);
  await compareOnOneCore(lab, t.submission, {
    mix: computing,
    why: 'Nobody waits for anything here, so the one core computes one thing after the other; async adds no second core',
  });
  await compareOnOneCore(lab, t.submission, {
    mix: waiting,
    why: 'Nothing is computed here, so all queries are under way together, and the longest decides',
  });
});

test('a query is sent when the core has come to its request, not before', async (t) => {
  const { lab } = t;
  const mix = mixOf(
    [lab.random.int(60, 90), 0, 0],
    [lab.random.int(5, 20), lab.random.int(200, 250), 0],
  );
  await compareOnOneCore(lab, t.submission, {
    mix,
    why: 'The query of b cannot leave while the core still parses a: before the core has run the code of a request, nothing is under way',
  });
  await compareOnOneCore(lab, t.submission, {
    mix: mixOf([lab.random.int(60, 90), 0, 0], [0, lab.random.int(200, 250), 0]),
    why: 'To parse b takes 0 ms, and still it waits for its turn: its query leaves when the core has parsed a',
  });
});

test('who has been ready for longest is rendered first, not who asked first', async (t) => {
  const { lab } = t;
  const slow = lab.random.int(200, 250);
  const mix = mixOf([10, slow, 50], [10, 20, lab.random.int(60, 100)]);
  await compareOnOneCore(lab, t.submission, {
    mix,
    why: 'The answer for b is there first, and b is rendered while a still waits',
  });
  await compareOnOneCore(lab, t.submission, {
    mix: mixOf([10, 100, lab.random.int(40, 60)], [80, 50, 10]),
    why: 'The query of b is shorter, but it left later: the answer for a is there first, and a is rendered while b still waits',
  });
  await compareOn(lab, t.submission, {
    mix: mixOf([10, 60, 10], [10, 30, lab.random.int(80, 120)], [10, 5, 100], [10, 5, 60]),
    workers: 2,
    why: 'Both cores render c and d when the answers for b and then for a arrive: the core that is free first takes b, which has been ready for longer, and b is done last',
  });
});

test('an answer does not overtake requests that have stood in line for longer', async (t) => {
  const { lab } = t;
  const mix = mixOf(
    [10, 5, lab.random.int(100, 140)],
    [30, 5, 10],
    [10, lab.random.int(200, 250), 10],
  );
  await compareOnOneCore(lab, t.submission, {
    mix,
    why: 'The answer for a arrives while the core parses b, and c has been ready since 0 ms: c is parsed first, so that its long query can leave',
  });
});

test('more workers make neither one request nor any waiting shorter', { weight: 2 }, async (t) => {
  const { lab } = t;
  const one = mixOf([lab.random.int(10, 50), lab.random.int(50, 99), lab.random.int(10, 50)]);
  const workers = lab.random.int(2, 4);
  await compareOn(lab, t.submission, {
    mix: one,
    workers,
    why: 'One request is one thing after the other, and no second core can help with that',
  });
  const times = Array.from({ length: 3 }, (): Times => [10, lab.random.int(100, 150), 20]);
  const mix = mixOf(...times);
  await compareOn(lab, t.submission, {
    mix,
    workers: lab.random.pick([3, 20]),
    why: 'There is a core for everybody, but the database is as slow as before',
  });
});

test('a worker whose request waits is free, and no free worker stands idle', {
  weight: 2,
}, async (t) => {
  const { lab } = t;
  const queryMs = lab.random.int(100, 150);
  const times = Array.from({ length: 4 }, (): Times => [10, queryMs, 10]);
  await compareOn(lab, t.submission, {
    mix: mixOf(...times),
    workers: 2,
    why: 'A query needs no core: whoever parsed a request takes the next one while the database works',
  });
  const long = lab.random.int(100, 130);
  await compareOn(lab, t.submission, {
    mix: mixOf([long, 0, 0], [10, 0, 0], [long, 0, 0], [30, 0, 0]),
    workers: 2,
    why: 'All workers share one line: the one that is free takes the first in it, whoever that is',
  });
});

test('of those ready at the same moment, parsing goes first, then the order of the list', async (t) => {
  const { lab } = t;
  await compareOnOneCore(lab, t.submission, {
    mix: mixOf([0, 0, lab.random.int(30, 60)], [10, lab.random.int(100, 150), 0]),
    why: 'The rendering of a and the parsing of b are ready at 0 ms, and parsing goes first',
  });
  const queryMs = lab.random.int(50, 99);
  await compareOn(lab, t.submission, {
    mix: mixOf([0, queryMs, 10], [0, queryMs, 10], [0, queryMs, lab.random.int(20, 30)]),
    workers: 2,
    why: 'All answers are there at the same moment: a and b are rendered first, and c when one of them is done',
  });
  const at = lab.random.int(110, 150);
  await compareOn(lab, t.submission, {
    mix: mixOf([30, at - 30, lab.random.int(40, 60)], [10, at - 10, 10], [10, at - 20, 10]),
    workers: 2,
    why: 'All answers are there at the same moment: a and b are rendered first, as in the list, c after b, and a is done last',
  });
});

test('no requests are done at 0 ms, on one core and on several', async (t) => {
  const none = mixOf();
  const why = 'There is nothing to serve';
  await compareOnOneCore(t.lab, t.submission, { mix: none, why });
  await compareOn(t.lab, t.submission, { mix: none, workers: t.lab.random.int(2, 4), why });
});

/** A mix of everything. Round and small times make things happen at the same moment. */
function randomMix(lab: Lab): Mix {
  const { random } = lab;
  const unit = random.pick([0, 0, 0, 0, 1, 10]);
  if (unit === 0) {
    const small = (): Times => [random.int(0, 3), random.int(0, 6), random.int(0, 5)];
    return mixOf(...Array.from({ length: random.int(4, 8) }, small));
  }
  const ms = (most: number): number =>
    random.int(1, 5) === 1 ? 0 : unit * random.int(1, most / unit);
  const times = (): Times => [ms(50), ms(150), ms(50)];
  return mixOf(...Array.from({ length: random.int(0, 8) }, times));
}

interface Load {
  mix: Mix;
  workers: number;
}

interface Miss extends Load {
  said: number;
  real: number;
  spans: Span[];
  marks: Mark[];
}

/** What is left of a load when one request, one worker, or some of one time is taken away. */
function* smallerThan({ mix, workers }: Load): Generator<Load> {
  for (const i of mix.keys()) yield { mix: mix.toSpliced(i, 1), workers };
  if (workers > 1) yield { mix, workers: workers - 1 };
  for (const [i, request] of mix.entries()) {
    for (const key of ['parseMs', 'queryMs', 'renderMs'] as const) {
      const ms = request[key];
      const less = new Set([0, Math.floor(ms / 2), ms - 1].filter((n) => n >= 0 && n < ms));
      for (const n of less) yield { mix: mix.with(i, { ...request, [key]: n }), workers };
    }
  }
}

/** More tries than this make no mix much smaller. */
const MAX_TRIES = 300;

/** Takes away what is not needed for the wrong prediction. */
async function shrink(
  miss: Miss,
  isMissed: (load: Load) => Promise<Miss | undefined>,
): Promise<Miss> {
  let smallest = miss;
  let tries = 0;
  for (let found: Miss | undefined = miss; found && tries < MAX_TRIES; ) {
    found = undefined;
    for (const load of smallerThan(smallest)) {
      tries += 1;
      found = await isMissed(load);
      if (found || tries === MAX_TRIES) break;
    }
    smallest = found ?? smallest;
  }
  return smallest;
}

/** The makespan of a load by the rules of the exercise, without running anything. */
function reckon({ mix, workers }: Load): number {
  const freeAt = new Array<number>(workers).fill(0);
  const line = mix.map((_, position): Ready => ({ readyAt: 0, phase: 0, position }));
  let makespan = 0;
  for (let next = line.shift(); next; next = line.sort(isBefore).shift()) {
    const { readyAt, phase, position } = next;
    const { parseMs, queryMs, renderMs } = mix[position] as Solution.PageRequest;
    const soonest = Math.min(...freeAt);
    const doneAt = Math.max(soonest, readyAt) + (phase === 0 ? parseMs : renderMs);
    freeAt[freeAt.indexOf(soonest)] = doneAt;
    if (phase === 0) line.push({ readyAt: doneAt + queryMs, phase: 1, position });
    makespan = Math.max(makespan, doneAt);
  }
  return makespan;
}

interface Comparison {
  mostWorkers: number;
  predict: (load: Load) => unknown;
  /** The right answer, as cheaply as it can be had. */
  reckon: (load: Load) => number | Promise<number>;
  /** Lets the lab serve a load, for the timeline. */
  serve: (load: Load) => Promise<unknown>;
  who: string;
}

/** Asks about 200 random mixes, makes the first wrong prediction as small as can be, and fails with that. */
async function claimForRandomMixes(
  lab: Lab,
  { mostWorkers, predict, reckon, serve, who }: Comparison,
): Promise<void> {
  const loads = Array.from({ length: lab.cases }, (): Load => {
    const workers = lab.random.int(1, mostWorkers);
    return { mix: randomMix(lab), workers };
  });
  const predicted = await ask(
    lab,
    loads.map((load) => () => predict(load)),
  );
  let wrong: Load | undefined;
  await lab.run(async () => {
    for (const [i, load] of loads.entries()) {
      if ((await reckon(load)) === predicted[i]) continue;
      wrong = load;
      return;
    }
  });
  if (!wrong) return;

  const isMissed = async (load: Load): Promise<Miss | undefined> => {
    const [said = 0] = await ask(lab, [() => predict(load)]);
    const real = await measure(lab, () => serve(load));
    const { spans, marks } = lab.trace;
    return said === real
      ? undefined
      : { ...load, said, real, spans: [...spans], marks: [...marks] };
  };
  const miss = await isMissed(wrong);
  if (!miss) throw new Error('the lab and the check have different rules');
  const { mix, workers, said, real, spans, marks } = await shrink(miss, isMissed);
  lab.trace.spans.splice(0, Infinity, ...spans);
  lab.trace.marks.splice(0, Infinity, ...marks);
  const where = mostWorkers === 1 ? '' : `Workers: ${workers}. `;
  claim(
    false,
    `You predicted ${said} ms, and ${who} done at ${real} ms: the timeline shows what happened.\n` +
      `${where}${describeMix(mix)}.`,
  );
}

test('200 random mixes on one core: what you predict is what the lab does', {
  weight: 3,
}, async (t) => {
  await claimForRandomMixes(t.lab, {
    mostWorkers: 1,
    predict: ({ mix }) => t.submission.predictMakespan(mix),
    reckon: async ({ mix }) => {
      t.lab.trace.spans.length = 0;
      const begin = t.lab.now;
      await serveOnTheLoop(t.lab, mix);
      return t.lab.now - begin;
    },
    serve: ({ mix }) => serveOnTheLoop(t.lab, mix),
    who: 'the lab was',
  });
});

test('200 random mixes on one to four workers: what you predict follows from the rules', {
  weight: 3,
}, async (t) => {
  await claimForRandomMixes(t.lab, {
    mostWorkers: 4,
    predict: ({ mix, workers }) => t.submission.predictMakespanOn(mix, workers),
    reckon,
    serve: ({ mix, workers }) => serveOnCores(t.lab, mix, workers),
    who: 'the workers were',
  });
});
