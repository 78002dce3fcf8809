import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.3-applications/dashboard/dashboard.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';

const test = checksFor<typeof Solution>('dashboard');

type Ask = (signal: AbortSignal) => Promise<string>;

const shown = (text: string) => ({ state: 'shown', text });
const FAILED = { state: 'failed' };
const LATE = { state: 'late' };

/** A source that takes `takes` virtual ms, and stops when its signal aborts. */
function source(lab: Lab, name: string, takes: number, fails?: Error): Ask {
  return lab.operation<[AbortSignal], string>(name, {
    takes,
    returns: `${name}: fine`,
    ...(fails ? { fails } : {}),
  });
}

/** The same, but the signal never reaches it. */
function deaf(lab: Lab, name: string, takes: number): Ask {
  const ask = lab.operation<[], string>(name, { takes, returns: `${name}: fine` });
  return () => ask();
}

test('all sources are asked at once', async (t) => {
  const sources = ['sales', 'stock', 'weather', 'reviews'].map((name) =>
    source(t.lab, name, t.lab.random.int(50, 90)),
  );
  await t.lab.run(() => t.submission.loadPage(sources, 300));
  t.expect(t.lab.trace).toPeakAt(4, 'the sources do not need each other, so ask all of them first');
});

test('the page is ready with its last tile, and takes its timer back', { weight: 2 }, async (t) => {
  const [first, last] = [t.lab.random.int(20, 60), t.lab.random.int(100, 200)];
  const sources = [source(t.lab, 'stock', last), source(t.lab, 'sales', first)];
  const page = await t.lab.run(() => t.submission.loadPage(sources, 1_000));
  t.expect(page).toFulfil([shown('stock: fine'), shown('sales: fine')], 'both answered in time');
  t.expect(page).toFinishAt(last, 'with every tile there, nothing is left to wait for');
  t.expect(t.lab).toLeaveNothingBehind('it keeps the process alive for nothing; clear it');
});

test('a slow source is late, and the page is ready at the deadline', { weight: 2 }, async (t) => {
  const deadline = t.lab.random.int(200, 300);
  const sources = [source(t.lab, 'stock', deadline + 400), source(t.lab, 'sales', 80)];
  const page = await t.lab.run(() => t.submission.loadPage(sources, deadline));
  t.expect(page).toFinishAt(deadline, 'nobody waits longer than the deadline');
  t.expect(page).toFulfil(
    [LATE, shown('sales: fine')],
    'what is there is shown and the rest is late, also when the abort makes it reject',
  );
});

test('a late source is stopped at the deadline', { weight: 2 }, async (t) => {
  const deadline = t.lab.random.int(200, 300);
  const late = ['stock', 'weather'];
  const sources = [
    source(t.lab, 'sales', 80),
    ...late.map((name) => source(t.lab, name, deadline + 400)),
  ];
  await t.lab.run(() => t.submission.loadPage(sources, deadline));
  for (const name of late) {
    const [asked] = t.lab.trace.operations(name);
    claim(asked !== undefined, `Your code never asked "${name}".`);
    claim(
      asked.status === 'aborted',
      `"${name}" went on working until ${asked.end} ms though the page was ready at ${deadline} ms: race() ignores the loser, it does not stop it. Abort the signal of every late source.`,
    );
    claim(
      asked.end === deadline,
      `"${name}" was stopped at ${asked.end} ms, expected at the deadline of ${deadline} ms.`,
    );
  }
});

test('a source that ignores its signal does not hold the page', async (t) => {
  const sources = [deaf(t.lab, 'weather', 900), source(t.lab, 'sales', 80)];
  const page = await t.lab.run(() => t.submission.loadPage(sources, 300));
  t.expect(page).toFinishAt(300, 'an abort is a request; do not wait until it is honoured');
  t.expect(page).toFulfil([LATE, shown('sales: fine')], 'it is late like any other');
});

test('a failing source costs its own tile and nothing else', { weight: 2 }, async (t) => {
  const sources = [
    source(t.lab, 'sales', 120),
    source(t.lab, 'stock', 40, new Error('503')),
    source(t.lab, 'weather', 90),
  ];
  const page = await t.lab.run(() => t.submission.loadPage(sources, 300));
  t.expect(page).toFulfil(
    [shown('sales: fine'), FAILED, shown('weather: fine')],
    'the other tiles do not depend on it',
  );
  t.expect(page).toFinishAt(120, 'the page is ready when its last tile is');
  t.expect(t.lab).toLeaveNothingBehind(
    'a timer must be cleared after a failure as well; put it into a `finally`',
  );
});

test('a source that throws when it is called counts as failed', async (t) => {
  const broken = (): never => {
    throw new Error('not configured');
  };
  const sources = [broken, source(t.lab, 'sales', 80)];
  const page = await t.lab.run(() => t.submission.loadPage(sources, 300));
  t.expect(page).toFulfil(
    [FAILED, shown('sales: fine')],
    'put the call itself inside the try: a throw there must become a tile, not leave loadPage()',
  );
});

test('whatever a source fails with, it is failed, and the page is not', async (t) => {
  const slow = t.lab.operation<[string]>((name) => name, { takes: 40 });
  const failing = (name: string, reason: unknown) => async (): Promise<never> => {
    await slow(name);
    throw reason;
  };
  const gaveUp = new DOMException('gave up by itself', 'AbortError');
  const sources = [failing('sales', gaveUp), failing('stock', undefined), failing('weather', 0)];
  const page = await t.lab.run(() => t.submission.loadPage(sources, 300));
  t.expect(page).toFulfil(
    [FAILED, FAILED, FAILED],
    'all three failed long before the deadline; whether it is over tells late from failed, not the error',
  );
});

test('an empty text is an answer', async (t) => {
  const quiet = t.lab.operation<[AbortSignal], string>('news', { takes: 40, returns: '' });
  const page = await t.lab.run(() =>
    t.submission.loadPage([quiet, deaf(t.lab, 'stock', 900)], 300),
  );
  t.expect(page).toFulfil(
    [shown(''), LATE],
    'there is no news today, and the source said so in time',
  );
});

test('a page that is ready does not change any more', async (t) => {
  const sources = [deaf(t.lab, 'weather', 900), source(t.lab, 'sales', 80)];
  const page = await t.lab.run(() => t.submission.loadPage(sources, 300));
  const muchLater = await t.lab.run(() => page.untrusted);
  t.expect(muchLater).toFulfil(
    [LATE, shown('sales: fine')],
    'the weather answered at 900 ms, long after the page was ready: hand out a copy, or write nothing after the deadline',
  );
});

test('an answer that only the abort brings about is late', async (t) => {
  const atLast: Ask = (signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve('what I had so far'), { once: true });
    });
  const page = await t.lab.run(() => t.submission.loadPage([atLast], 300));
  t.expect(page).toFulfil([LATE], 'it had not answered by the deadline');
});

test('no sources: an empty page at once, and no timer', async (t) => {
  const page = await t.lab.run(() => t.submission.loadPage([], 300));
  t.expect(page).toFulfil([], 'there is nothing to show');
  t.expect(page).toFinishAt(0, 'there is nothing to wait for');
  t.expect(t.lab).toLeaveNothingBehind('there is nothing to wait for');
});

test('two pages at the same time do not disturb each other', async (t) => {
  const slow = source(t.lab, 'stock', 250);
  const pages: Tracked[] = [];
  await t.lab.run(async () => {
    for (const deadline of [100, 400]) {
      pages.push(t.lab.track((async () => t.submission.loadPage([slow], deadline))()));
    }
    for (const { done } of pages) await done;
  });
  const [hurried, patient] = pages as [Tracked, Tracked];
  t.expect(hurried).toFulfil([LATE], 'the source takes 250 ms, and this page had 100');
  t.expect(patient).toFulfil(
    [shown('stock: fine')],
    'this page had 400 ms; the deadline of the other one must not stop its source',
  );
});

test('whatever answers first, each tile stays at the place of its source', async (t) => {
  await t.lab.explore(async (lab) => {
    const names = ['sales', 'stock', 'weather'];
    const sources = names.map((name) => source(lab, name, 50));
    const page = await lab.run(() => t.submission.loadPage(sources, 1_000_000));
    const tiles = page.value as { state: string; text?: string }[];
    const wrong = names.findIndex(
      (name, i) => tiles?.[i]?.state === 'shown' && tiles[i]?.text !== `${name}: fine`,
    );
    claim(wrong < 0, `The tile of "${names[wrong]}" shows "${tiles[wrong]?.text}".`);
  });
});
