import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CheckFailure, claim } from '../failure.ts';
import { testWorld } from '../test-world.ts';
import { explore, type Scenario } from './explore.ts';
import { races } from './races.ts';
import { formatToken, parseToken } from './token.ts';

async function failureOf(scenario: Scenario, token = 'lab1:7'): Promise<CheckFailure> {
  const { seed, schedule } = parseToken(token);
  const error = await explore(testWorld(), scenario, { seed, replay: schedule }).catch(
    (reason: unknown) => reason,
  );
  if (!(error instanceof CheckFailure)) throw new Error(`No failure found: ${error}`);
  return error;
}

describe.each(Object.keys(races))('%s', (name) => {
  test('is found within the default budget, and its token repeats it in another process', async () => {
    const failure = await failureOf(races[name] as Scenario);
    const token = formatToken({
      seed: 7,
      schedule: failure.schedule ?? { name: '?', choices: [] },
    });
    const program = `
      import { explore } from './explore.ts';
      import { races } from './races.ts';
      import { parseToken } from './token.ts';
      import { testWorld } from '../test-world.ts';
      const { seed, schedule: replay } = parseToken(process.argv[1]);
      await explore(testWorld(), races[process.argv[2]], { seed, replay }).then(
        () => console.log('no failure'),
        (failure) => console.log(failure.message),
      );`;
    const repeated = execFileSync(
      process.execPath,
      ['--input-type=module', '--eval', program, token, name],
      { cwd: path.resolve(import.meta.dirname), encoding: 'utf8', env: { NODE_NO_WARNINGS: '1' } },
    );
    const [sentence] = failure.message.split('\nSeen in the');
    expect(repeated.trim()).toBe(sentence);
  });

  test('is shrunk: no choice of the schedule can be taken back', async () => {
    const scenario = races[name] as Scenario;
    const { schedule } = await failureOf(scenario);
    const choices = schedule?.choices ?? [];
    for (const [i, choice] of choices.entries()) {
      if (choice === 0) continue;
      const replay = { name: 'free', choices: choices.with(i, 0) };
      await expect(explore(testWorld(), scenario, { seed: 7, replay })).resolves.toMatchObject({
        schedules: 1,
      });
    }
  });
});

test('explore() runs all schedules of independent operations: m! of them, and the two orders', async () => {
  const orders = new Set<string>();
  const result = await explore(
    testWorld(),
    async (lab) => {
      const get = lab.operation<[number]>('GET', { takes: 10 });
      const order: number[] = [];
      const one = (i: number) => get(i).then(() => order.push(i));
      await lab.run(() => Promise.all([0, 1, 2, 3].map(one)));
      orders.add(order.join());
    },
    { seed: 1 },
  );
  expect(orders.size).toBe(24);
  expect(result).toEqual({ schedules: 26, complete: true });
});

test('explore() goes on with random durations and PCT when there are too many schedules', async () => {
  const result = await explore(
    testWorld(),
    async (lab) => {
      const get = lab.operation<[number]>('GET', { takes: 10 });
      await lab.run(() => Promise.all(Array.from({ length: 8 }, (_, i) => get(i))));
    },
    { seed: 1, budget: { exhaustive: 20, durations: 5, pctDepth2: 6, pctDepth3: 7, cases: 1 } },
  );
  expect(result).toEqual({ schedules: 2 + 20 + 5 + 6 + 7, complete: false });
});

test('a program that throws dice of its own is told so', async () => {
  let runs = 0;
  const failure = await failureOf(async (lab) => {
    runs += 1;
    const get = lab.operation('GET', { takes: 10 });
    await lab.run(() => get());
    claim(runs !== 1, 'The first run of all is wrong');
  });
  expect(failure.message).toContain('a source that the lab does not control');
});

test('parseToken() refuses what formatToken() never wrote', () => {
  expect(() => parseToken('lab2:7')).toThrow('copy the whole text after --replay');
  const token = { seed: 123456789, schedule: { name: 'free', choices: [0, 40, 1] } };
  expect(parseToken(formatToken(token))).toEqual(token);
});
