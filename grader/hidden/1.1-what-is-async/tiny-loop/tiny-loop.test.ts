import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.1-what-is-async/tiny-loop/tiny-loop.ts';
import type { Lab } from '../../../lab/lab.ts';

const test = checksFor<typeof Solution>('tiny-loop');

type Context = { lab: Lab; submission: typeof Solution };

type Step =
  | { do: 'callSoon'; name: string; handle: string }
  | { do: 'callLater'; ms: number; name: string; handle: string }
  | { do: 'cancel'; handle: string }
  | { do: 'work'; ms: number }
  | { do: 'throw'; error: unknown };

/** What is handed to a loop, as data: each name is a callback, and each handle is that of one hand-over. */
interface Program {
  /** What is done before each call of `run()`. */
  runs: Step[][];
  /** What each callback does; nothing, when it is not listed. */
  does?: Record<string, Step[]>;
  /** How much too late the clock wakes from each sleep, in ms. */
  late?: number;
}

/** What happened: `close@300` is the callback `close` at 300 ms, `error@300` a report to onError. */
interface Outcome {
  log: string[];
  /** The deadlines that the loop slept for. */
  sleeps: number[];
  /** The callbacks of callSoon that were waiting when the loop called sleepUntil(), with the time. */
  needless: string[];
}

const soon = (name: string, handle = name): Step => ({ do: 'callSoon', name, handle });
const later = (ms: number, name: string, handle = name): Step => {
  return { do: 'callLater', ms, name, handle };
};
const cancel = (handle: string): Step => ({ do: 'cancel', handle });
const work = (ms: number): Step => ({ do: 'work', ms });
const fail = (error: unknown): Step => ({ do: 'throw', error });

/** A clock that only moves when it is told to. A loop that asks it in circles is stopped. */
function createClock(late = 0) {
  const state = { now: 0, reads: 0, ready: [] as { name: string; handle: string }[] };
  const sleeps: number[] = [];
  const needless: string[] = [];
  const clock = {
    now(): number {
      state.reads += 1;
      claim(
        state.reads < 1_000,
        `Your loop asked the clock ${state.reads} times at ${state.now} ms without running anything, so the time could not ` +
          'go on (a busy wait). When nothing is due, call sleepUntil() with the next deadline; at its deadline a callback is due.',
      );
      return state.now;
    },
    sleepUntil(ms: number): void {
      claim(
        typeof ms === 'number' && Math.abs(ms) < Number.POSITIVE_INFINITY,
        `Your loop called sleepUntil(${typeof ms === 'number' ? ms : typeof ms}): hand over a deadline in ms, and do not ` +
          'sleep when there is none.',
      );
      const [first] = state.ready;
      if (first) needless.push(`${first.name}@${state.now}`);
      if (ms <= state.now) return;
      sleeps.push(ms);
      state.now = ms + late;
      state.reads = 0;
    },
  };
  return { clock, state, sleeps, needless };
}

/** Gets ready to take the program through a loop of the submission; `play` does it. */
function prepare(submission: typeof Solution, { runs, does = {}, late }: Program) {
  const { clock, state, sleeps, needless } = createClock(late);
  const log: string[] = [];
  const errors: unknown[] = [];
  const untrustedHandles = new Map<string, Solution.Handle>();
  const note = (what: string): void => void log.push(`${what}@${state.now}`);
  const onError = (untrusted: unknown): void => {
    const i = errors.findIndex((error) => Object.is(error, untrusted));
    if (i >= 0) errors.splice(i, 1);
    note(i >= 0 ? 'error' : 'another error');
  };

  const callbacks = new Map<string, () => void>();
  const callbackOf = (name: string): (() => void) => {
    const callback = (): void => {
      state.reads = 0;
      const i = state.ready.findIndex((waiting) => waiting.name === name);
      if (i >= 0) state.ready.splice(i, 1);
      note(name);
      for (const step of does[name] ?? []) perform(step);
    };
    // It goes to the submission as it is, so it must show nothing of this file.
    const known = callbacks.get(name) ?? Object.freeze(callback.bind(undefined));
    callbacks.set(name, known);
    return known;
  };
  let untrustedLoop: Solution.Loop;
  const perform = (step: Step): void => {
    if (step.do === 'work') state.now += step.ms;
    else if (step.do === 'throw') {
      errors.push(step.error);
      throw step.error;
    } else if (step.do === 'cancel') {
      state.ready = state.ready.filter(({ handle }) => handle !== step.handle);
      untrustedHandles.get(step.handle)?.cancel();
    } else {
      const callback = callbackOf(step.name);
      if (step.do === 'callSoon') state.ready.push(step);
      const handle =
        step.do === 'callSoon'
          ? untrustedLoop.callSoon(callback)
          : untrustedLoop.callLater(step.ms, callback);
      untrustedHandles.set(step.handle, handle);
    }
  };

  const play = (): void => {
    untrustedLoop = submission.createLoop(clock, onError);
    for (const steps of runs) {
      const before = log.length;
      for (const step of steps) perform(step);
      claim(
        log.length === before,
        `Your loop ran "${log[before]}" before run() was called. Handing a callback over must not run it.`,
      );
      untrustedLoop.run();
    }
  };
  return { play, state, outcome: { log, sleeps, needless } };
}

/** Takes the programs, one after the other, each through a loop of its own. */
async function runPrograms(
  { lab, submission }: Context,
  programs: readonly Program[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let now = (): number => 0;
  const result = await lab.run(() => {
    for (const program of programs) {
      const { play, state, outcome } = prepare(submission, program);
      outcomes.push(outcome);
      now = () => state.now;
      play();
    }
  });
  const last = programs[outcomes.length - 1] as Program;
  claim(
    result.status !== 'rejected',
    `Your loop threw "${result.error?.message}" at ${now()} ms. What a callback throws belongs to ` +
      `onError, and the loop goes on.\n${listing(last)}`,
  );
  return outcomes;
}

/**
 * What a right loop makes of the program. CPython 3.11.7, 3.12.1 and 3.13.0 made the same, with the same sleeps, of 2,692
 * random programs in which no two deadlines are equal.
 */
function predict({ runs, does = {}, late = 0 }: Program): Outcome {
  const outcome: Outcome = { log: [], sleeps: [], needless: [] };
  let waiting: { name: string; handle: string; due: number; isSoon: boolean }[] = [];
  let now = 0;
  const perform = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if (step.do === 'callSoon') waiting.push({ ...step, due: now, isSoon: true });
      else if (step.do === 'callLater') {
        waiting.push({ ...step, due: now + step.ms, isSoon: false });
      } else if (step.do === 'cancel') {
        waiting = waiting.filter(({ handle }) => handle !== step.handle);
      } else if (step.do === 'work') now += step.ms;
      else outcome.log.push(`error@${now}`);
    }
  };
  for (const steps of runs) {
    perform(steps);
    while (waiting.length > 0) {
      const wakes = waiting.some(({ isSoon }) => isSoon)
        ? now
        : Math.min(...waiting.map(({ due }) => due));
      if (wakes > now) {
        outcome.sleeps.push(wakes);
        now = wakes + late;
      }
      const due = waiting
        .filter((one) => !one.isSoon && one.due <= now)
        .sort((a, b) => a.due - b.due);
      const line = [...waiting.filter(({ isSoon }) => isSoon), ...due];
      for (const one of line) {
        if (!waiting.includes(one)) continue;
        waiting = waiting.filter((other) => other !== one);
        outcome.log.push(`${one.name}@${now}`);
        perform(does[one.name] ?? []);
      }
    }
  }
  return outcome;
}

function stepText(step: Step): string {
  const kept = 'handle' in step && 'name' in step && step.handle !== step.name;
  const as = kept ? `${step.handle} = ` : '';
  if (step.do === 'callSoon') return `${as}callSoon(${step.name})`;
  if (step.do === 'callLater') return `${as}callLater(${step.ms}, ${step.name})`;
  if (step.do === 'cancel') return `cancel ${step.handle}`;
  return step.do === 'work' ? `work for ${step.ms} ms` : `throw ${String(step.error)}`;
}

/** The program as a learner reads it. */
function listing({ runs, does = {}, late }: Program): string {
  const text = (steps: readonly Step[]): string => steps.map(stepText).join(', ') || 'nothing';
  const lines = runs.map((steps) => `  before run(): ${text(steps)}`);
  const busy = Object.entries(does).filter(([, steps]) => steps.length > 0);
  const bodies = busy.map(([name, steps]) => `  ${name}: ${text(steps)}`);
  const waking = late ? [`  each sleep lasts ${late} ms too long`] : [];
  return ['The program:', ...lines, ...bodies, ...waking].join('\n');
}

const parts = (entry: string): [name: string, ms: string] => entry.split('@') as [string, string];

/** The first thing that is wrong in `found`, as a sentence; `undefined` when nothing is. */
function firstDifference(found: readonly string[], right: readonly string[]): string | undefined {
  const count = (list: readonly string[], name: string): number =>
    list.filter((entry) => parts(entry)[0] === name).length;
  for (const [name] of found.map(parts)) {
    if (name === 'another error')
      return 'Your loop gave onError another value than the callback threw';
    if (count(right, name) === 0) return `Your loop ran "${name}", and it must not run`;
    if (count(found, name) > count(right, name))
      return `Your loop ran "${name}" more often than it may`;
  }
  for (const [name] of right.map(parts)) {
    if (count(found, name) >= count(right, name)) continue;
    if (name === 'error') return 'Your loop did not call onError for everything that was thrown';
    if (count(found, name) > 0) return `Your loop ran "${name}" less often than it has to`;
    return `Your loop never ran "${name}"`;
  }
  const i = right.findIndex((entry, n) => entry !== found[n]);
  if (i < 0) return undefined;
  const [[ran, at], [name, ms]] = [parts(found[i] ?? ''), parts(right[i] ?? '')];
  if (ran === name) return `Your loop ran "${name}" at ${at} ms, and ${ms} ms is right`;
  return `Your loop ran "${ran}" before ${name === 'error' ? 'it called onError' : `"${name}"`}`;
}

const sleepsAsLong = (found: Outcome, right: Outcome): boolean =>
  found.sleeps.join() === right.sleeps.join();

function sleepText({ sleeps }: Pick<Outcome, 'sleeps'>): string {
  if (sleeps.length === 0) return 'did not sleep';
  return `slept until [${sleeps.slice(0, 8).join(', ')}${sleeps.length > 8 ? ', …' : ''}] ms`;
}

function comparison(found: Outcome, right: Outcome, program: Program): string {
  const lines = [`Yours: ${found.log.join(' ')}`, `Right: ${right.log.join(' ')}`];
  if (found.log.join() === right.log.join()) {
    lines.push(`Yours ${sleepText(found)}`, `Right ${sleepText(right)}`);
  }
  return [...lines, listing(program)].join('\n');
}

/** Claims that the submission's loop runs the program as a right one does. */
async function claimOutcome(t: Context, program: Program, why: string): Promise<Outcome> {
  const right = predict(program);
  const [found] = (await runPrograms(t, [program])) as [Outcome];
  const difference = firstDifference(found.log, right.log);
  claim(difference === undefined, `${difference}: ${why}.\n${comparison(found, right, program)}`);
  claim(
    sleepsAsLong(found, right),
    `Your loop ${sleepText(found)}, and a right one ${sleepText(right)}: sleep once, until the first deadline of a callback ` +
      `that is still to run, and only when nothing else waits.\n${comparison(found, right, program)}`,
  );
  return found;
}

test('run() runs all callbacks in their order, returns, and can be called again', async (t) => {
  const ms = t.lab.random.int(20, 90);
  await claimOutcome(t, { runs: [[]] }, 'there is nothing to do');
  await claimOutcome(
    t,
    {
      runs: [
        [soon('lights'), soon('pump'), soon('valve'), later(ms, 'close')],
        [],
        [later(ms, 'morning'), soon('sun')],
        [soon('noon')],
      ],
    },
    'callbacks of callSoon are run in the order in which they were handed over, and time goes on from run to run',
  );
});

test('what a callback hands over with callSoon waits for a later turn', {
  weight: 2,
}, async (t) => {
  const why =
    'a turn runs what stands in line when it begins. What is handed over meanwhile comes after that, and after the timers ' +
    'that are in line already';
  await claimOutcome(
    t,
    {
      runs: [[later(0, 'pump'), soon('lights'), soon('valve'), soon('fan')]],
      does: { lights: [soon('report')], report: [soon('archive')] },
    },
    why,
  );
  const ms = t.lab.random.int(6, 9);
  await claimOutcome(
    t,
    {
      runs: [[soon('tick1'), later(2 * ms + 1, 'close')]],
      does: {
        tick1: [work(ms), soon('tick2')],
        tick2: [work(ms), soon('tick3')],
        tick3: [work(ms), soon('tick4')],
        tick4: [work(ms), soon('tick5')],
      },
    },
    'a callback that hands over the next one again and again must not keep a timer from its turn',
  );
});

test('a timer runs at its deadline, and the clock goes there in one step', {
  weight: 2,
}, async (t) => {
  const [a, b, c, d] = t.lab.random.shuffle([30, 70, 110, 150]) as [number, number, number, number];
  const ms = t.lab.random.int(11, 19);
  await claimOutcome(
    t,
    {
      runs: [
        [
          later(a, 'close'),
          later(b, 'measure'),
          later(c, 'pump'),
          later(d, 'report'),
          soon('lights'),
        ],
      ],
      does: {
        close: [later(ms, 'drop')],
        pump: [work(7), later(0, 'echo'), later(1_000 + ms, 'night')],
      },
    },
    'a timer is due as many ms after callLater() was called as it says. Ask the clock in callLater(), not at the beginning ' +
      'of the turn, for callbacks take their time; and the first deadline comes first',
  );
});

test('of equal deadlines the one that was handed over first comes first', async (t) => {
  const ms = t.lab.random.int(40, 60);
  await claimOutcome(
    t,
    {
      runs: [[later(ms, 'a'), later(ms - 30, 'early'), later(ms, 'b'), later(ms, 'c')]],
      does: {
        early: [later(30, 'd'), later(30, 'e')],
        a: [soon('after a')],
        b: [later(0, 'after b')],
      },
    },
    'timers that are due at the same time are run in the same turn, in the order of the calls of callLater()',
  );
});

test('a cancelled callback is never run, not even in the turn in which it was cancelled', {
  weight: 2,
}, async (t) => {
  const ms = t.lab.random.int(40, 60);
  const why =
    'it had been cancelled by then; the loop has to look when its turn comes, not only when the line is formed';
  const inTheSameTurn: Program = {
    runs: [
      [
        ...[soon('valve'), soon('alarm'), soon('fan')],
        ...[later(ms, 'measure'), later(ms + 5, 'close'), later(ms + 10, 'check')],
      ],
    ],
    does: { valve: [cancel('alarm')], measure: [work(20)], close: [cancel('check')] },
  };
  await claimOutcome(t, inTheSameTurn, why);
  const before: Program = {
    runs: [
      [soon('alarm'), soon('lights'), later(ms, 'check'), cancel('alarm'), cancel('check')],
      [],
    ],
  };
  await claimOutcome(t, before, 'it was cancelled before run() was called');
});

test('cancelling again, too late, or from inside changes nothing', async (t) => {
  const ms = t.lab.random.int(40, 60);
  await claimOutcome(
    t,
    {
      runs: [
        [soon('lights'), soon('valve'), soon('fan'), later(ms, 'close'), later(2 * ms, 'night')],
        [cancel('close'), soon('sun')],
      ],
      does: {
        lights: [cancel('lights'), soon('report')],
        valve: [cancel('lights'), cancel('night'), cancel('night')],
        close: [cancel('close'), cancel('report'), soon('log')],
      },
    },
    'only a callback that is still to run can be cancelled, and nothing else is touched',
  );
  const why =
    'the same function was handed over several times. A handle stands for one of them: cancel() leaves the others alone';
  const copies: Program = {
    runs: [
      [
        ...[soon('drop', 'one'), soon('fan'), soon('drop', 'two'), soon('valve')],
        ...[later(ms, 'drop', 'three'), cancel('two')],
      ],
    ],
  };
  await claimOutcome(t, copies, why);
  await claimOutcome(
    t,
    { runs: [[soon('drop', 'one')], [soon('drop', 'two'), cancel('one')]] },
    why,
  );
});

test('the loop does not sleep while a callback of callSoon waits, nor for a cancelled one', async (t) => {
  const ms = t.lab.random.int(40, 60);
  const why = 'only "alarm" and "check" were cancelled';
  await claimOutcome(
    t,
    {
      runs: [[later(10, 'alarm'), later(ms, 'close'), later(3_600_000, 'check'), cancel('alarm')]],
      does: { close: [cancel('check')] },
    },
    why,
  );
  await claimOutcome(t, { runs: [[later(ms, 'alarm'), cancel('alarm')]] }, why);

  const busy: Program = {
    runs: [[soon('lights'), later(ms, 'close')]],
    does: { lights: [soon('report')], report: [work(10), soon('log')], close: [soon('sun')] },
  };
  const { needless } = await claimOutcome(t, busy, 'nothing was cancelled');
  const [name, at] = parts(needless[0] ?? '');
  claim(
    needless.length === 0,
    `Your loop called sleepUntil() at ${at} ms although "${name}" was waiting from callSoon. On a real clock even a sleep that ` +
      `is over at once costs time: sleep only in a turn in which nothing of callSoon waits.\n${listing(busy)}`,
  );
});

test('what a callback throws goes to onError, and the loop goes on', async (t) => {
  const ms = t.lab.random.int(40, 60);
  const [first, ...others] = t.lab.random.shuffle([new Error('stuck'), 'dry', undefined, null]);
  await claimOutcome(
    t,
    {
      runs: [
        [soon('pump'), soon('valve'), soon('fan'), later(ms, 'measure'), later(ms + 9, 'close')],
      ],
      does: {
        pump: [soon('report'), fail(first)],
        fan: [fail(others[0])],
        measure: [fail(others[1])],
        close: [fail(others[2])],
      },
    },
    'onError gets what the callback threw, that very value, before the next callback is run',
  );
});

test('after a long callback or a late waking, all that is overdue runs in one turn', async (t) => {
  const ms = t.lab.random.int(60, 90);
  const late = t.lab.random.int(35, 45);
  const why =
    'the clock had gone on, so several timers were due; they line up by deadline, behind what waits from callSoon';
  await claimOutcome(
    t,
    {
      runs: [[later(50, 'rain'), later(40, 'dry'), later(10, 'measure'), later(200, 'close')]],
      does: { measure: [work(ms), soon('save')], dry: [soon('cover')] },
    },
    why,
  );
  await claimOutcome(
    t,
    {
      runs: [[later(30, 'rain'), later(20, 'dry'), later(10, 'measure'), later(200, 'close')]],
      does: { measure: [soon('save')] },
      late,
    },
    why,
  );
});

test('two loops share nothing', async (t) => {
  const log: string[] = [];
  const note = (what: string) => Object.freeze((() => void log.push(what)).bind(undefined));
  const [one, other] = [createClock(), createClock()];
  const result = await t.lab.run(() => {
    const first = t.submission.createLoop(one.clock, () => {});
    const second = t.submission.createLoop(other.clock, () => {});
    first.callSoon(note('lights'));
    second.callSoon(note('fan'));
    second.callLater(20, note('pump'));
    first.callLater(50, note('close'));
    second.run();
    first.run();
  });
  const thrown = `${result.error?.name}: ${result.error?.message}`;
  claim(
    result.status === 'fulfilled',
    `With two loops in one program your code threw "${thrown}".`,
  );
  const right = 'fan pump lights close';
  claim(
    log.join(' ') === right,
    `Two loops were given two callbacks each, and the second one was run first. Yours ran: ${log.join(' ') || 'nothing'}. Right ` +
      `is: ${right}. A loop runs what was handed to it and nothing else; what belongs to a loop is made in createLoop().`,
  );
  for (const [which, { sleeps }, due] of [
    ['first', one, 50],
    ['second', other, 20],
  ] as const) {
    claim(
      sleeps.join() === String(due),
      `The ${which} of two loops has one timer, of ${due} ms, and ${sleepText({ sleeps })} on its clock; [${due}] ms is ` +
        'right. Each loop sleeps on the clock that it was made with, once.',
    );
  }
});

/** What CPython 3.11.7, 3.12.1 and 3.13.0 log for the program below, on an asyncio loop in virtual time. */
const CPYTHON =
  'lights@0 valve@0 pump@0 report@0 probe@0 measure@100 save@250 dry@250 error@250 rain@250 cover@250 drop@260 close@300 ' +
  'log@300 sun@300 morning@350';

test('a night in the garden goes as it does on the loop of asyncio', {
  weight: 2,
}, async (t) => {
  const program: Program = {
    runs: [
      [
        ...[soon('lights'), later(0, 'pump'), soon('valve'), soon('alarm'), later(300, 'close')],
        ...[later(100, 'measure'), later(220, 'rain'), later(200, 'dry'), later(400, 'check')],
        ...[later(1_000, 'night'), cancel('night')],
      ],
      [later(50, 'morning'), soon('sun')],
    ],
    does: {
      lights: [soon('report'), later(0, 'probe')],
      valve: [cancel('alarm')],
      measure: [work(150), soon('save')],
      dry: [fail(new Error('the tank is empty'))],
      rain: [soon('cover'), later(10, 'drop')],
      close: [cancel('check'), soon('log')],
    },
  };
  const [found] = (await runPrograms(t, [program])) as [Outcome];
  const right = { ...found, log: CPYTHON.split(' ') };
  claim(
    found.log.join(' ') === CPYTHON,
    `asyncio runs this program differently.\n${comparison(found, right, program)}`,
  );
});

/** Programs of a few callbacks, each handed over by one of those before it, with all that can happen between them. */
function randomProgram({ random }: Lab): Program {
  const names = [...'abcdefghijkl'].slice(0, random.int(6, 12));
  const runs: Step[][] = Array.from({ length: random.int(1, 2) }, () => []);
  const does: Record<string, Step[]> = {};
  for (const [i, name] of names.entries()) {
    const parent = names[random.int(Math.max(-3, i - 6), i - 1)];
    const steps = parent === undefined ? random.pick(runs) : (does[parent] as Step[]);
    does[name] = [];
    steps.push(random.int(1, 2) === 1 ? soon(name) : later(random.int(0, 6) * 5, name));
    if (random.int(1, 2) === 1) steps.push(cancel(random.pick(names)));
    if (random.int(1, 3) === 1) steps.push(work(random.int(1, 4) * 5));
  }
  for (const steps of Object.values(does)) {
    if (random.int(1, 5) === 1) steps.push(fail(new Error('stuck')));
  }
  return { runs, does, late: random.pick([0, 5]) };
}

test('100 random programs run as they have to', { weight: 3 }, async (t) => {
  const programs = Array.from({ length: t.lab.cases / 2 }, () => randomProgram(t.lab));
  const found = await runPrograms(t, programs);
  const wrong = programs.flatMap((program, i) => {
    const [yours, right] = [found[i] as Outcome, predict(program)];
    const same = yours.log.join() === right.log.join() && sleepsAsLong(yours, right);
    return same ? [] : [comparison(yours, right, program)];
  });
  const [shortest] = wrong.sort((a, b) => a.length - b.length);
  claim(
    shortest === undefined,
    `Of ${programs.length} programs ${wrong.length} run differently on your loop than on a right one. The shortest of ` +
      `them:\n${shortest}`,
  );
});
