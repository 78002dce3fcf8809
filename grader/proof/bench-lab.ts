import fc from 'fast-check';
import type { Scenario } from '../lab/explore/explore.ts';
import type { Budget } from '../lab/explore/strategies.ts';
import { testWorld } from '../lab/test-world.ts';
import { compare, ms, type Row } from './bench-measure.ts';

const OPERATIONS = ['a', 'b', 'c', 'd'];
/** All orders of four operations are 24, so that most of these schedules are random ones. */
const BUDGET: Budget = { exhaustive: 10, durations: 200, pctDepth2: 400, pctDepth3: 388, cases: 1 };
const SCHEDULES = 1_000;

/** Four operations at once, each followed by a step of its own. */
async function program(work: (name: string) => Promise<string>): Promise<string[]> {
  const order: string[] = [];
  await Promise.all(OPERATIONS.map(async (name) => order.push(await work(name))));
  return order;
}

async function inTheLab(): Promise<void> {
  const world = testWorld();
  world.exploration = { seed: 1, budget: BUDGET };
  const scenario: Scenario = async (lab) => {
    const work = lab.operation<[string], string>('work', { takes: 10, returns: (name) => name });
    await lab.run(() => program(work));
  };
  await world.newLab(1).explore(scenario);
}

async function inFastCheck(): Promise<void> {
  const property = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
    const work = scheduler.scheduleFunction((name: string) => Promise.resolve(name));
    await scheduler.waitFor(program(work));
  });
  await fc.assert(property, { numRuns: SCHEDULES });
}

async function sleepAnHour(): Promise<void> {
  const world = testWorld();
  const { setTimeout } = world.globals;
  await world.newLab(1).run(() => new Promise((resolve) => setTimeout(resolve, 3_600_000)));
}

/** What virtual time costs. */
export async function benchLab(): Promise<Row[]> {
  await Promise.all([inTheLab(), inFastCheck(), sleepAnHour()]);
  const [lab = 0, other = 0] = await compare(7, [inTheLab, inFastCheck]);
  const [hour = 0] = await compare(31, [sleepAnHour]);
  const perSchedule = lab / SCHEDULES;
  return [
    {
      what: 'one schedule of four operations',
      ours: ms(perSchedule),
      beside: `fast-check ${ms(other / SCHEDULES)}`,
      bar: { text: '≤ 0.15 ms', holds: perSchedule <= 0.15 },
    },
    { what: 'one hour asleep', ours: ms(hour), bar: { text: '< 5 ms', holds: hour < 5 } },
  ];
}
