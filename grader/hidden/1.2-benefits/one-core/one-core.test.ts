import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.2-benefits/one-core/one-core.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Span } from '../../../lab/trace.ts';

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
  const compute = lab.work<[number]>('compute', { takes: (ms) => ms });
  const query = lab.operation<[string, number]>((name) => `query ${name}`, {
    takes: (_, ms) => ms,
  });
  const serve = async ({ parseMs, queryMs, renderMs }: Solution.PageRequest, i: number) => {
    compute(parseMs);
    await query(nameOf(i), queryMs);
    compute(renderMs);
  };
  return Promise.all(mix.map(serve));
}

interface InLine {
  readyAt: number;
  phase: number;
  position: number;
  begin: (core: number) => void;
}

const isBefore = (a: InLine, b: InLine): number =>
  a.readyAt - b.readyAt || a.phase - b.phase || a.position - b.position;

/** The cores and their line. Computing is an operation here, because the lab has one event loop and these are several. */
function openCores(lab: Lab, cores: number) {
  const compute = lab.operation<[number, number]>((core) => `core ${core}`, {
    takes: (_, ms) => ms,
  });
  const free = Array.from({ length: cores }, (_, i) => i + 1);
  const line: InLine[] = [];
  const beginNext = (): void => {
    line.sort(isBefore);
    while (free.length > 0 && line.length > 0) line.shift()?.begin(free.shift() as number);
  };
  // An immediate runs when everything that happens at this moment has happened.
  const beginSoon = () => lab.timers.setImmediate(beginNext);

  return async (phase: number, position: number, ms: number): Promise<void> => {
    const core = await new Promise<number>((begin) => {
      line.push({ readyAt: lab.now, phase, position, begin });
      beginSoon();
    });
    await compute(core, ms);
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
  return Math.max(0, makespan - begin);
}

/** What the submission says; the list keeps a promise from being awaited. */
async function ask(lab: Lab, call: () => unknown): Promise<number> {
  const { value, error } = await lab.run(() => [call()]);
  claim(error === undefined, `Your function threw "${error?.name}: ${error?.message}".`);
  const [said] = value as unknown[];
  const kind = said === '[promise]' ? 'a promise' : `something of type "${typeof said}"`;
  claim(typeof said === 'number', `Your function returned ${kind}; return a number of ms.`);
  return said;
}

/** Compares the prediction for one event loop, and the one for one worker, with what the lab does. */
async function compareOnOneCore(
  lab: Lab,
  submission: typeof Solution,
  { mix, why }: { mix: Mix; why: string },
) {
  const said = await ask(lab, () => submission.predictMakespan(mix));
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
  const said = await ask(lab, () => submission.predictMakespanOn(mix, workers));
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
});

test('the core renders the answer that is there, not the one that was asked for first', async (t) => {
  const { lab } = t;
  const slow = lab.random.int(200, 250);
  const mix = mixOf([10, slow, 50], [10, 20, lab.random.int(60, 100)]);
  await compareOnOneCore(lab, t.submission, {
    mix,
    why: 'The answer for b is there first, and b is rendered while a still waits',
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
  const times = Array.from({ length: 6 }, (): Times => [10, queryMs, 10]);
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
});

test('no requests are done at 0 ms, on one core and on several', async (t) => {
  const none = mixOf();
  const why = 'There is nothing to serve';
  await compareOnOneCore(t.lab, t.submission, { mix: none, why });
  await compareOn(t.lab, t.submission, { mix: none, workers: t.lab.random.int(2, 4), why });
});

/** A mix of everything. Round times make things happen at the same moment. */
function randomMix(lab: Lab): Mix {
  const unit = lab.random.pick([1, 10]);
  const ms = (most: number): number =>
    lab.random.int(1, 5) === 1 ? 0 : unit * lab.random.int(1, most / unit);
  return Array.from({ length: lab.random.int(0, 8) }, () => ({
    parseMs: ms(50),
    queryMs: ms(150),
    renderMs: ms(50),
  }));
}

interface Miss {
  mix: Mix;
  said: number;
  real: number;
  about: string;
  spans: Span[];
}

/** Asks about 200 random mixes and returns the wrong prediction that has the fewest requests, if there is one. */
async function smallestMiss(
  lab: Lab,
  predict: (mix: Mix) => Promise<{ said: number; real: number; about: string }>,
): Promise<Miss | undefined> {
  let smallest: Miss | undefined;
  for (let n = 1; n <= 200; n++) {
    const mix = randomMix(lab);
    const { said, real, about } = await predict(mix);
    if (said === real || (smallest && smallest.mix.length <= mix.length)) continue;
    smallest = { mix, said, real, about: `Mix ${n}${about}`, spans: [...lab.trace.spans] };
  }
  if (smallest) lab.trace.spans.splice(0, Infinity, ...smallest.spans);
  return smallest;
}

test('200 random mixes on one core: what you predict is what the lab does', {
  weight: 3,
}, async (t) => {
  const { lab } = t;
  const miss = await smallestMiss(lab, async (mix) => {
    const said = await ask(lab, () => t.submission.predictMakespan(mix));
    return { said, real: await measure(lab, () => serveOnTheLoop(lab, mix)), about: '' };
  });
  if (!miss) return;
  claim(
    false,
    `You predicted ${miss.said} ms, and the lab was done at ${miss.real} ms: the timeline shows what happened.\n` +
      `${miss.about}. ${describeMix(miss.mix)}.`,
  );
});

test('200 random mixes on one to four workers: what you predict is what the lab does', {
  weight: 3,
}, async (t) => {
  const { lab } = t;
  const miss = await smallestMiss(lab, async (mix) => {
    const workers = lab.random.int(1, 4);
    const said = await ask(lab, () => t.submission.predictMakespanOn(mix, workers));
    const real = await measure(lab, () => serveOnCores(lab, mix, workers));
    return { said, real, about: `, workers: ${workers}` };
  });
  if (!miss) return;
  claim(
    false,
    `You predicted ${miss.said} ms, and the workers were done at ${miss.real} ms: the timeline shows what happened.\n` +
      `${miss.about}. ${describeMix(miss.mix)}.`,
  );
});
