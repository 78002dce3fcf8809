import { readFileSync } from 'node:fs';
import { promiseHooks } from 'node:v8';
import { afterEach, describe, expect, test } from 'vitest';
import type { Site } from './outcome.ts';
import { failureOf, testWorld } from './test-world.ts';
import { World, type WorldHost } from './world.ts';

const FILE = import.meta.filename;
const SOURCE = readFileSync(FILE, 'utf8').split('\n');

/** Takes this file for the learner's; only functions named `learner…` count. */
function sitesIn(stack: string): Site[] {
  return stack.split('\n').flatMap((frame) => {
    const [, line] = /at .*\blearner\w* .*world\.test\.ts:(\d+):/.exec(frame) ?? [];
    if (line === undefined) return [];
    return { file: 'world.test.ts', line: Number(line), source: SOURCE[Number(line) - 1] ?? '' };
  });
}

let world = testWorld();
afterEach(() => {
  world.diagnosing = false;
});

function createWorld(host: Partial<WorldHost> = {}): World {
  world = new World({
    onTurn: () => {},
    shield: (trusted) => trusted,
    stackOf: (error) => error.stack ?? '',
    sitesIn,
    ...host,
  });
  return world;
}

const never = () => new Promise<void>(() => {});

async function learnerWaits(): Promise<void> {
  await never(); // the await that never resumes
}

function learnerSpins(): void {
  world.globals.setImmediate(learnerSpins); // the immediate without end
}

function learnerPolls(): void {
  world.globals.setTimeout(learnerPolls, 0); // the timer without end
}

function learnerLooks(): void {
  while (world.globals.Date.now() < 50); // the loop that looks at the clock
}

const sentenceOf = async (start: () => unknown, diagnosing: boolean): Promise<string> => {
  createWorld().diagnosing = diagnosing;
  const lab = world.newLab(1);
  return (await failureOf(() => lab.run(start))).sentence;
};

describe('while diagnosing', () => {
  test('a deadlock names the await that never resumes', async () => {
    expect(await sentenceOf(learnerWaits, true)).toMatch(
      /Waiting for ever:\n {2}world\.test\.ts:\d+ {2}await never\(\); \/\/ the await that never resumes$/,
    );
    expect(await sentenceOf(learnerWaits, false)).not.toContain('world.test.ts');
  });

  test('a livelock names what is set again and again', async () => {
    const spin = () => [learnerSpins(), never()][1];
    expect(await sentenceOf(spin, true)).toMatch(
      /Set in:\n {2}world\.test\.ts:\d+ {2}.*the immediate without end$/,
    );
    expect(await sentenceOf(spin, false)).not.toContain('world.test.ts');
    const poll = () => [learnerPolls(), never()][1];
    expect(await sentenceOf(poll, true)).toMatch(/the timer without end$/);
  });

  test('a livelock is over soon', async () => {
    await sentenceOf(() => [learnerPolls(), never()][1], true);
    expect(world.clock.now).toBe(501);
  });
});

test('diagnosing stops watching promises when it is switched off, or on once more', () => {
  const create = promiseHooks.createHook;
  let watching = 0;
  const counted: typeof create = (callbacks) => {
    const stop = create(callbacks);
    watching += 1;
    return () => {
      watching -= 1;
      return stop();
    };
  };
  Object.assign(promiseHooks, { createHook: counted });
  createWorld().diagnosing = true;
  world.diagnosing = true;
  const whileOn = watching;
  world.diagnosing = false;
  Object.assign(promiseHooks, { createHook: create });
  expect([whileOn, watching, world.diagnosing]).toEqual([1, 0, false]);
});

test('a busy wait names its loop, diagnosing or not', async () => {
  expect(await sentenceOf(learnerLooks, false)).toMatch(
    /The loop is at:\n {2}world\.test\.ts:\d+ {2}.*the loop that looks at the clock$/,
  );
});

test('places are named once, by line, five at the most', () => {
  const lines = [9, 3, 9, 7, 1, 5, 8];
  createWorld({
    stackOf: () => 'set here',
    sitesIn: () => [{ file: 'a.ts', line: lines.shift() ?? 0 }],
  }).diagnosing = true;
  for (let i = 0; i < 7; i++) world.globals.setTimeout(() => {}, 5);
  expect(world.recentSites().map(({ line }) => line)).toEqual([1, 3, 5, 7, 8]);
});

test('among the places of promises those with an await are named, others only without any', () => {
  const place = (line: number, source: string): Site => ({ file: 'a.ts', line, source });
  let places = [place(1, 'new Promise(() => {})'), place(2, '  await gate;'), place(3, 'awaiting')];
  createWorld({ sitesIn: (stack) => places.slice(Number(stack), Number(stack) + 1) });
  let made = 0;
  Object.assign(world.host, { stackOf: () => String(made++ % 3) });
  world.diagnosing = true;
  const kept = [never(), never(), never()];
  expect(world.stuckAwaits()).toEqual([places[1]]);
  places = places.filter(({ line }) => line !== 2);
  expect(world.stuckAwaits()).toEqual(places);
  expect(kept).toHaveLength(3);
});

test('onTurn() tells of every turn of a run: a sign of life', async () => {
  let turns = 0;
  createWorld({
    onTurn: () => {
      turns += 1;
    },
  });
  await world.newLab(1).run(() => new Promise((done) => world.globals.setTimeout(done, 5)));
  expect(turns).toBe(2);
});

test('what is handed to a submission is shielded', async () => {
  const shielded: unknown[] = [];
  createWorld({
    shield: (trusted) => {
      shielded.push(trusted);
      return ((...args: never[]) => trusted(...args)) as typeof trusted;
    },
  });
  const lab = world.newLab(1);
  const handed = [lab.operation('GET', { takes: 1 }), lab.work('crunch', { takes: 1 })];
  expect(shielded).toHaveLength(2);
  expect(handed.some((one) => shielded.includes(one))).toBe(false);
});

test('before its first lab a world has nobody to tell, and does not mind', () => {
  createWorld();
  expect(world.lab).toBeUndefined();
  expect(() => world.unhandledRejection(new Error('early'))).not.toThrow();
});

test('newLab() gives the check and the submission dice of their own', () => {
  createWorld();
  const lab = world.newLab(5);
  const numbers = [lab.random.next(), world.globals.Math.random()];
  expect(numbers[0]).not.toBe(numbers[1]);
  const again = world.newLab(5);
  expect([again.random.next(), world.globals.Math.random()]).toEqual(numbers);
  expect(world.newLab(6).random.next()).not.toBe(numbers[0]);
});

test('a world knows whether another seed could give another run', async () => {
  const world = testWorld();
  const askedFor = async (use: () => unknown): Promise<boolean> => {
    world.seeded = false;
    world.newLab(1);
    await use();
    return world.seeded;
  };
  const operations = (count: number) => () =>
    world.lab?.explore(async (lab) => {
      const work = lab.operation('work', { takes: 10 });
      await lab.run(() => Promise.all(Array.from({ length: count }, () => work())));
    });
  expect(await askedFor(() => world.lab?.now)).toBe(false);
  expect(await askedFor(() => world.lab?.random.int(1, 6))).toBe(true);
  expect(await askedFor(() => world.globals.Math.random())).toBe(true);
  expect(await askedFor(operations(2))).toBe(false);
  expect(await askedFor(operations(7))).toBe(true);
});
