import { expect, test } from 'vitest';
import { pct } from './pct.ts';

const chains = (...ids: number[]) =>
  ids.map((chain, i) => ({ order: i + 1, chain, label: `chain ${chain}` }));

/** Which chain ran at each of `steps` points, all of `ids` being enabled all the time. */
function runs(scheduler: ReturnType<typeof pct>, ids: number[], steps: number): number[] {
  return Array.from({ length: steps }, () => ids[scheduler.choose(chains(...ids))] as number);
}

const switches = (ran: number[]) => ran.filter((chain, i) => i > 0 && chain !== ran[i - 1]).length;

test('depth 1: the chain of highest priority runs on and on', () => {
  for (let seed = 0; seed < 50; seed++) {
    expect(switches(runs(pct(seed, 1, 20), [1, 2, 3], 20))).toBe(0);
  }
});

test('depth 2 and 3: the running chain falls once and twice, to the bottom', () => {
  for (const depth of [2, 3]) {
    for (let seed = 0; seed < 50; seed++) {
      const ran = runs(pct(seed, depth, 20), [1, 2, 3, 4], 30);
      // A change at step 0 comes before anything has run.
      expect([depth - 2, depth - 1]).toContain(switches(ran));
      const left = ran.filter((chain, i) => ran.lastIndexOf(chain) !== i && ran[i + 1] !== chain);
      expect(left).toEqual([]);
    }
  }
});

test('of two chains that have fallen the first one to fall runs again', () => {
  const back = Array.from({ length: 100 }, (_, seed) =>
    switches(runs(pct(seed, 3, 20), [1, 2], 30)),
  );
  // Fewer only where a change point is step 0: two in twenty.
  expect(back.filter((times) => times === 2).length).toBeGreaterThan(80);
});

test('the change points are spread over all steps, and lie within them', () => {
  const points = new Set<number>();
  for (let seed = 0; seed < 300; seed++) {
    const ran = runs(pct(seed, 2, 5), [1, 2], 12);
    const at = ran.findIndex((chain, i) => i > 0 && chain !== ran[i - 1]);
    if (at >= 0) points.add(at);
  }
  expect(points).toEqual(new Set([1, 2, 3, 4]));
});

test('more change points than steps are not asked for', () => {
  expect(() => pct(1, 5, 2)).not.toThrow();
  expect(switches(runs(pct(1, 5, 2), [1, 2, 3], 10))).toBeLessThanOrEqual(2);
});

test('every chain has the same chance to come first', () => {
  const counts = [0, 0, 0];
  for (let seed = 0; seed < 3_000; seed++) {
    const first = pct(seed, 1, 10).choose(chains(1, 2, 3));
    counts[first] = (counts[first] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(900);
});

test('a chain keeps its priority while others come and go', () => {
  for (let seed = 0; seed < 50; seed++) {
    const scheduler = pct(seed, 1, 10);
    const firstWins = scheduler.choose(chains(1, 2)) === 0;
    scheduler.choose(chains(2, 3));
    scheduler.choose(chains(3, 1));
    expect(scheduler.choose(chains(2, 1))).toBe(firstWins ? 1 : 0);
  }
});

test('the same seed chooses the same; the name tells it', () => {
  expect(runs(pct(99, 3, 20), [1, 2, 3], 20)).toEqual(runs(pct(99, 3, 20), [1, 2, 3], 20));
  expect(pct(99, 3, 20)).toMatchObject({ name: 'pct2r', timed: false });
});
