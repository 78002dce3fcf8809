import { expect, test } from 'vitest';
import { explore } from './explore/explore.ts';
import { fifo } from './explore/fifo.ts';
import { free } from './explore/free.ts';
import { lifo } from './explore/lifo.ts';
import { pct } from './explore/pct.ts';
import { randomDurations } from './explore/random-durations.ts';
import type { Scheduler } from './explore/scheduler.ts';
import { claim } from './failure.ts';
import type { Lab } from './lab.ts';
import { testWorld } from './test-world.ts';
import type { World } from './world.ts';

const strategies: Record<string, () => Scheduler> = {
  fifo,
  lifo,
  free: () => free([2, 1, 0, 1, 1]),
  randomDurations: () => randomDurations(7),
  pct: () => pct(7, 3, 20),
};

/** A shop with five clients that wait, poll, give up and throw dice, some of them with `roll`. */
async function shop(lab: Lab, world: World, roll: () => number): Promise<void> {
  const { setTimeout, setImmediate, Date: LabDate } = world.globals;
  const get = lab.operation<[number, number, AbortSignal]>((client) => `GET ${client}`, {
    takes: (client) => 10 + client,
    fails: (client, attempt) => client === 3 && attempt === 0 && new Error('503'),
  });
  const one = async (client: number): Promise<void> => {
    const signal = world.globals.AbortSignal.timeout(40);
    for (let attempt = 0; attempt < 3; attempt++) {
      await get(client, attempt, signal).catch(() => lab.trace.mark(LabDate.now(), 'gave up'));
      await new Promise((done) => setTimeout(done, 1 + 20 * roll()));
      await new Promise((done) => setImmediate(done));
    }
  };
  await lab.run(() => Promise.all([0, 1, 2, 3, 4].map(one)));
}

async function traceOf(makeScheduler: () => Scheduler, native: boolean): Promise<string> {
  const world = testWorld();
  const lab = world.newLab(42, makeScheduler());
  await shop(lab, world, native ? Math.random : world.globals.Math.random);
  return JSON.stringify(lab.trace);
}

test.for(Object.entries(strategies))(
  '%s: the same seed gives the same trace, byte for byte',
  async ([, makeScheduler]) => {
    const traces = await Promise.all([1, 2, 3].map(() => traceOf(makeScheduler, false)));
    expect(new Set(traces).size).toBe(1);
    expect(traces[0]?.length).toBeGreaterThan(500);
  },
);

test('the strategies differ from each other: each gives a trace of its own', async () => {
  const traces = await Promise.all(
    Object.values(strategies).map((makeScheduler) => traceOf(makeScheduler, false)),
  );
  expect(new Set(traces).size).toBe(traces.length);
});

test('the bad twin, which throws dice that the lab does not know, gives other traces', async () => {
  const traces = await Promise.all([1, 2, 3].map(() => traceOf(fifo, true)));
  expect(new Set(traces).size).toBe(3);
});

test('the world leaves nothing behind: a second run in the same world is the same', async () => {
  const world = testWorld();
  const traces: string[] = [];
  for (let i = 0; i < 2; i++) {
    const lab = world.newLab(42);
    await shop(lab, world, world.globals.Math.random);
    traces.push(JSON.stringify(lab.trace));
    // Goes on for as long as it is followed, and is still armed when the next lab begins.
    const { setInterval, setImmediate } = world.globals;
    await lab.run(() => void setInterval(() => setImmediate(() => {}), 5));
  }
  expect(traces[1]).toBe(traces[0]);
});

test('a failure found by explore() is repeated by its schedule with the same trace', async () => {
  const scenario = async (lab: Lab): Promise<void> => {
    const get = lab.operation<[number]>((i) => `GET ${i}`, { takes: () => lab.random.int(1, 50) });
    const order: number[] = [];
    await lab.run(() => Promise.all([0, 1, 2, 3].map((i) => get(i).then(() => order.push(i)))));
    claim(order.join() !== '2,0,3,1', `The order was ${order}`);
  };
  const traces: string[] = [];
  const tracing = async (lab: Lab): Promise<void> => {
    await scenario(lab).finally(() => traces.push(JSON.stringify(lab.trace)));
  };
  const failure = await explore(testWorld(), tracing, { seed: 9 }).catch((error) => error);
  const last = traces.at(-1);
  const replayed = explore(testWorld(), tracing, { seed: 9, replay: failure.schedule });
  await expect(replayed).rejects.toThrow('The order was 2,0,3,1');
  expect(traces.at(-1)).toBe(last);
});
