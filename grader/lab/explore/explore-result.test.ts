import { describe, expect, test } from 'vitest';
import { CheckFailure, claim } from '../failure.ts';
import { reportingRejections, testWorld } from '../test-world.ts';
import { explore, type Scenario } from './explore.ts';
import { type Budget, DEFAULT_BUDGET } from './strategies.ts';

const SMALL: Budget = { exhaustive: 6, durations: 3, pctDepth2: 3, pctDepth3: 3, cases: 1 };

/** Runs `scenario` and returns its failure, with how many runs there were in all. */
async function failing(scenario: Scenario, budget = SMALL) {
  let runs = 0;
  const world = testWorld();
  const counted: Scenario = async (lab) => {
    runs += 1;
    await scenario(lab);
  };
  const failure: unknown = await explore(world, counted, { seed: 1, budget }).catch(
    (error: unknown) => error,
  );
  if (!(failure instanceof CheckFailure)) throw failure;
  return { failure, runs };
}

/** Three (or `count`) requests at once; `judge` gets the order in which they came back. */
const order =
  (judge: (finished: string) => void, count = 3): Scenario =>
  async (lab) => {
    const get = lab.operation<[number]>((i) => `GET ${i}`, { takes: 10 });
    const finished: number[] = [];
    const one = async (i: number): Promise<void> => {
      await get(i);
      finished.push(i);
    };
    await lab.run(() => Promise.all(Array.from({ length: count }, (_, i) => one(i))));
    judge(finished.join(''));
  };

test('a scenario without anything simultaneous has three runs of one schedule', async () => {
  const result = await explore(testWorld(), async (lab) => void (await lab.run(() => 1)), {
    seed: 1,
  });
  expect(result).toEqual({ schedules: 3, complete: true });
});

test('each run has a lab of its own at time 0, with the same dice', async () => {
  const seen = new Set<string>();
  await explore(
    testWorld(),
    async (lab) => {
      seen.add(`${lab.now} ${lab.random.next()} ${lab.trace.spans.length}`);
      await order(() => {})(lab);
    },
    { seed: 5 },
  );
  expect(seen.size).toBe(1);
});

describe('the failure', () => {
  test('says in which order of events it was seen, counted from the first', async () => {
    for (const [wrong, place] of [
      ['012', '1st'],
      ['210', '2nd'],
      ['021', '4th'],
      ['102', '5th'],
    ] as const) {
      const { failure } = await failing(order((finished) => claim(finished !== wrong, 'Wrong')));
      expect(failure.message).toBe(
        `Wrong\nSeen in the ${place} order of events that was tried: operations may finish in any order.`,
      );
    }
  });

  test('carries the schedule that repeats it, shrunk', async () => {
    const inOrder = await failing(order((finished) => claim(finished !== '012', 'Wrong')));
    expect(inOrder.failure.schedule).toEqual({ name: 'fifo', choices: [] });
    const last = await failing(order((finished) => claim(!finished.endsWith('0'), 'Wrong')));
    expect(last.failure.schedule).toEqual({ name: 'free', choices: [1, 1] });
  });

  test('is the one of the shrunk schedule, of the same kind as the first', async () => {
    const { failure } = await failing(
      order((finished) => {
        if (finished === '210') throw new CheckFailure('Reversed', 'wrong');
        if (finished === '021') throw new CheckFailure('Of another kind', 'other');
        if (finished === '120') throw new CheckFailure('Smaller', 'wrong');
      }),
    );
    expect([failure.kind, failure.schedule?.choices]).toEqual(['wrong', [1, 1]]);
    expect(failure.message).toMatch(/^Smaller\n/);
  });

  test('counts well beyond the third', async () => {
    const orders: string[] = [];
    const note = order((finished) => void orders.push(finished), 4);
    await explore(testWorld(), note, { seed: 1 });
    for (const [n, place] of [
      [11, '11th'],
      [12, '12th'],
      [13, '13th'],
      [21, '21st'],
      [22, '22nd'],
      [23, '23rd'],
    ] as const) {
      const wrong = order((finished) => claim(finished !== orders[n - 1], 'Wrong'), 4);
      const { failure } = await failing(wrong, DEFAULT_BUDGET);
      expect(failure.message).toContain(`Seen in the ${place} order`);
    }
  });

  test('that does not come again is the fault of a source outside', async () => {
    let first = true;
    const { failure, runs } = await failing(async (lab) => {
      await lab.run(() => 1);
      const fails = first;
      first = false;
      claim(!fails, 'Wrong');
    });
    expect(failure.message).toBe(
      'Wrong\nIt happened once and not again in the same order: the code uses a source that the lab does not control.',
    );
    expect(runs).toBe(2);
  });

  test('may be a hang, or something that escaped', async () => {
    const hang = await failing(async (lab) => void (await lab.run(() => new Promise(() => {}))));
    expect(hang.failure.kind).toBe('deadlock');
    const uncaught = await failing(async (lab) => {
      const get = lab.operation('GET', {
        takes: 1,
        effect: () => {
          throw new Error('boom');
        },
      });
      await lab.run(() => get(), { mayHang: true });
    });
    expect(uncaught.failure.kind).toBe('uncaught');
  });

  test('may be a rejection that nobody handled', async () => {
    const world = testWorld();
    const scenario: Scenario = async (lab) => {
      await lab.run(async () => {
        void Promise.reject(new Error('503'));
        await lab.at(5);
      });
    };
    const exploring = reportingRejections(world, () => explore(world, scenario, { seed: 1 }));
    await expect(exploring).rejects.toMatchObject({ kind: 'unhandled' });
  });
});

test('PCT spreads its change points over as many steps as the runs before it had', async () => {
  const { failure } = await failing(
    async (lab) => {
      const chunk = lab.operation<[string, number]>((file) => `chunk of ${file}`, { takes: 10 });
      let sent = 0;
      let sentWhenOtherBegan = 0;
      const upload = async (file: string, done: (n: number) => void): Promise<void> => {
        for (let n = 1; n <= 12; n++) {
          await chunk(file, n);
          done(n);
        }
      };
      const one = upload('a', (n) => {
        sent = n;
      });
      const other = upload('b', (n) => {
        if (n === 1) sentWhenOtherBegan = sent;
      });
      await lab.run(() => Promise.all([one, other]));
      claim(sentWhenOtherBegan !== 7, 'The other upload began after the seventh chunk');
    },
    { exhaustive: 1, durations: 0, pctDepth2: 300, pctDepth3: 0, cases: 1 },
  );
  expect(failure.message).toContain('The other upload began after the seventh chunk');
});

test('an error of the check itself is passed on as it is, at once', async () => {
  const error = new TypeError('a defect of the check');
  let runs = 0;
  const broken: Scenario = async () => {
    runs += 1;
    throw error;
  };
  await expect(explore(testWorld(), broken, { seed: 1 })).rejects.toBe(error);
  expect(runs).toBe(1);
});

describe('a replay', () => {
  const wrong = order((finished) => claim(finished !== '201', 'Wrong'));

  test('runs the one schedule, and fails with it as it was given', async () => {
    const replay = { name: 'free', choices: [2, 0, 0] };
    const replaying = explore(testWorld(), wrong, { seed: 1, replay });
    await expect(replaying).rejects.toMatchObject({ message: 'Wrong', schedule: replay });
  });

  test('that does not fail says so', async () => {
    const replay = { name: 'free', choices: [1] };
    const result = await explore(testWorld(), wrong, { seed: 1, replay });
    expect(result).toEqual({ schedules: 1, complete: false });
  });

  test('of a schedule that is unknown is refused', async () => {
    const replay = { name: 'pct1', choices: [] };
    await expect(explore(testWorld(), wrong, { seed: 1, replay })).rejects.toThrow(RangeError);
  });
});

test('lab.explore() searches as its world says', async () => {
  const world = testWorld();
  world.exploration = { seed: 9, replay: { name: 'fifo', choices: [] } };
  const result = await world.newLab(1).explore(order(() => {}));
  expect(result).toEqual({ schedules: 1, complete: false });
});
