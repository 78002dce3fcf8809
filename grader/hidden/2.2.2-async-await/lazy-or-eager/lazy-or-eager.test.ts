import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/2.2.2-async-await/lazy-or-eager/lazy-or-eager.ts';
import type { Lab } from '../../../lab/lab.ts';

type Prepare = typeof Solution.prepare;
type Fails = (step: string) => Error | undefined;

const test = checksFor<typeof Solution>('lazy-or-eager');

const STEPS = ['back up', 'stop', 'migrate', 'start', 'smoke test'];
const IN_TURN = 'calling execute() starts the step, so call it when the step before is over';

const doneOf = (steps: readonly string[]): string[] => steps.map((step) => `${step}: done`);

/** A server; its first step takes longer than any other. `fails` is asked at the end of every step. */
function serve(
  lab: Lab,
  { steps = STEPS, fails = () => undefined }: { steps?: string[]; fails?: Fails } = {},
) {
  const times = steps.map((_, i) => lab.random.int(20, 90) + (i === 0 ? 100 : 0));
  const ms = (step: string): number => times[steps.indexOf(step)] as number;
  const execute = lab.operation<[string], string>((step) => step, {
    takes: ms,
    returns: (step) => `${step}: done`,
    fails,
  });
  const sumOf = (some: readonly string[]): number => some.reduce((sum, step) => sum + ms(step), 0);
  /** When each step has to start if they take turns from 0 ms on. */
  const startTimes = () => steps.map((step, i) => ({ step, at: sumOf(steps.slice(0, i)) }));
  return { execute, sumOf, startTimes };
}

test('each step starts the moment the one before it is over', { weight: 2 }, async (t) => {
  const { execute, sumOf, startTimes } = serve(t.lab);
  const result = await t.lab.run(() => t.submission.deploy(STEPS, execute));
  t.expect(t.lab.trace).toRunInOrder(STEPS, IN_TURN);
  for (const { step, at } of startTimes())
    t.expect(t.lab.trace).toStartAt(step, at, 'no sooner and no later');
  t.expect(result).toFinishAt(sumOf(STEPS), 'the deployment is over when its last step is');
});

test('the reports come in the order of the steps', async (t) => {
  const { execute } = serve(t.lab);
  const silent = t.lab.random.pick(STEPS);
  const reportOf = (step: string): string => (step === silent ? '' : `${step}: done`);
  const result = await t.lab.run(() =>
    t.submission.deploy(STEPS, async (step) => {
      await execute(step);
      return reportOf(step);
    }),
  );
  t.expect(result).toFulfil(
    STEPS.map(reportOf),
    'one report for every step, also when it is an empty text',
  );
});

test('a step that fails keeps those after it from starting', { weight: 2 }, async (t) => {
  for (const failing of ['migrate', 'back up', 'smoke test']) {
    const error = new Error(`exit code 1 in ${failing}`);
    const { execute, sumOf } = serve(t.lab, {
      fails: (step) => (step === failing ? error : undefined),
    });
    const allowed = STEPS.slice(0, STEPS.indexOf(failing) + 1);
    const from = t.lab.now;
    const earlier = t.lab.trace.operations().length;

    const result = await t.lab.run(() => t.submission.deploy(STEPS, execute));

    const [unheard] = t.lab.unhandled;
    claim(
      unheard === undefined,
      `"${failing}" failed at ${unheard?.at} ms with nobody listening: your code had started it while it was still ` +
        'waiting for an earlier step. Node ends the process for that. Start a step when its turn has come.',
    );
    const spans = t.lab.trace.operations().slice(earlier);
    const late = spans.find(({ name }) => !allowed.includes(name));
    const failed = spans.find(({ name }) => name === failing);
    claim(
      late === undefined,
      `"${late?.name}" started at ${late?.start} ms, but "${failing}", which comes before it, failed at ` +
        `${failed?.end} ms: a step may start only when every step before it has succeeded.`,
    );
    t.expect(result).toRejectWith(
      error,
      'the caller must hear of the step that failed in this very deployment',
    );
    t.expect(result).toFinishAt(from + sumOf(allowed), 'it is over the moment the step fails');
  }

  for (const reason of t.lab.random.shuffle([undefined, null, 0, '', false])) {
    const { execute } = serve(t.lab);
    const earlier = t.lab.trace.operations().length;
    t.lab.expectedErrors.add(reason);
    const result = await t.lab.run(() =>
      t.submission.deploy(STEPS, async (step) => {
        const report = await execute(step);
        if (step === 'migrate') throw reason;
        return report;
      }),
    );
    const late = t.lab.trace
      .operations()
      .slice(earlier)
      .find(({ name }) => name === 'start');
    claim(
      late === undefined,
      `"start" started at ${late?.start} ms, though "migrate" before it had failed; it rejected with ` +
        `"${reason === '' ? "''" : reason}". A rejection is a failure whatever its reason is, so do not ask whether there is ` +
        'an error: let it leave the loop.',
    );
    t.expect(result).toRejectWith(reason, 'a rejection is a failure whatever its reason is');
  }
});

test('whatever each step takes, two steps of one deployment never overlap', async (t) => {
  await t.lab.explore(async (lab) => {
    const execute = lab.operation<[string], string>((step) => step, {
      takes: 10,
      returns: (step) => `${step}: done`,
    });
    const plans = ['A', 'B'].map((name) => [`stop ${name}`, `migrate ${name}`, `start ${name}`]);
    const result = await lab.run(() =>
      Promise.all(plans.map((steps) => t.submission.deploy(steps, execute))),
    );
    for (const steps of plans) t.expect(lab.trace).toRunInOrder(steps, IN_TURN);
    t.expect(result).toFulfil(
      plans.map(doneOf),
      'each deployment returns the reports of its steps',
    );
  });
});

test('deployments to different servers do not wait for each other', async (t) => {
  const others = ['drain', 'upgrade', 'resume'];
  const servers = [serve(t.lab), serve(t.lab, { steps: others })] as const;
  await t.lab.run(() =>
    Promise.all([
      t.submission.deploy(STEPS, servers[0].execute),
      t.submission.deploy(others, servers[1].execute),
    ]),
  );
  for (const { step, at } of servers.flatMap((server) => server.startTimes())) {
    t.expect(t.lab.trace).toStartAt(
      step,
      at,
      'both deployments begin at 0 ms, neither waits for the other, and each goes through its own steps in turn',
    );
  }
});

test('a deployment that failed can be repeated from its first step', async (t) => {
  let failures = 1;
  const { execute, sumOf } = serve(t.lab, {
    fails: (step) => (step === 'migrate' && failures-- > 0 ? new Error('exit code 1') : undefined),
  });
  await t.lab.run(() => t.submission.deploy(STEPS, execute));
  const from = t.lab.now;
  const repeated = await t.lab.run(() => t.submission.deploy(STEPS, execute));
  t.expect(repeated).toFulfil(
    doneOf(STEPS),
    'the failure of one deployment must not reach the next',
  );
  t.expect(repeated).toFinishAt(from + sumOf(STEPS), 'it goes through all steps again, in turn');
});

test('no steps give no reports; a step that stands twice is executed twice', async (t) => {
  const { execute, sumOf } = serve(t.lab);
  const none = await t.lab.run(() => t.submission.deploy([], execute));
  t.expect(none).toFulfil([], 'a deployment without steps is no error');
  claim(t.lab.trace.spans.length === 0, 'Your code executed a step, though the list was empty.');

  const runs = new Map<string, number>();
  const result = await t.lab.run(() =>
    t.submission.deploy(['stop', 'start', 'stop'], async (step) => {
      const run = (runs.get(step) ?? 0) + 1;
      runs.set(step, run);
      await execute(step);
      return `${step}: run ${run} done`;
    }),
  );
  t.expect(result).toFulfil(
    ['stop: run 1 done', 'start: run 1 done', 'stop: run 2 done'],
    'one report for every entry, that of its own run; a step that stands twice reports twice',
  );
  t.expect(t.lab.trace).toStartAt(
    'stop',
    [0, sumOf(['stop', 'start'])],
    'it is executed once for every entry, each time when the step before is over',
  );
});

/** A step whose reports are numbered, so that one run can be told from another; the runs in `failing` fail. */
function numbered(lab: Lab, failing: Record<number, Error> = {}) {
  const takes = lab.random.int(40, 80);
  const operation = lab.operation<[string, number], string>((step) => step, {
    takes,
    returns: (step, run) => `${step}: run ${run} done`,
    fails: (_, run) => failing[run],
  });
  let runs = 0;
  const execute = (step: string): Promise<string> => {
    runs += 1;
    return operation(step, runs);
  };
  return { execute, takes };
}

/** Lets the submission prepare a step; the result is untrusted. Nothing may have started when the world is quiet again. */
async function prepareIdle(lab: Lab, prepare: Prepare, execute: (step: string) => Promise<string>) {
  let type = '';
  let startedDuringCall = false;
  const { untrusted, error } = await lab.run(() => {
    const untrustedRun: unknown = prepare('roll back', execute);
    type = typeof untrustedRun;
    startedDuringCall = lab.trace.spans.length > 0;
    return untrustedRun;
  });
  claim(type !== '', `prepare() threw "${error?.name}: ${error?.message}" when it was called.`);
  claim(
    !startedDuringCall,
    'prepare() itself started "roll back" at 0 ms, and nobody has run it yet: it contains the call execute(step). Put ' +
      'that call into the function that you return.',
  );
  const [span] = lab.trace.spans;
  claim(
    span === undefined,
    `"roll back" started at ${span?.start} ms, shortly after prepare() had returned, and nobody has run it yet: what ` +
      'you hand to then(), a timer or a queue runs unasked. Only a function that nobody has called waits.',
  );
  claim(
    type === 'function',
    `prepare() must return a function that starts the step when it is called; yours returned "${type}".`,
  );
  return untrusted as () => Promise<string>;
}

test('a prepared step starts when it is run, and not before', { weight: 2 }, async (t) => {
  const { execute, takes } = numbered(t.lab);
  const untrustedRun = await prepareIdle(t.lab, t.submission.prepare, execute);
  const at = t.lab.random.int(50, 90);
  const result = await t.lab.run(async () => {
    await t.lab.at(at);
    return untrustedRun();
  });
  t.expect(t.lab.trace).toStartAt('roll back', at, 'that is when its function was called');
  t.expect(result).toFulfil(
    'roll back: run 1 done',
    'the call resolves with the report of the step',
  );
  t.expect(result).toFinishAt(at + takes, 'its report is there when the step is over');
});

test('each run of a prepared step executes it anew', async (t) => {
  const { execute } = numbered(t.lab);
  const untrustedRun = await prepareIdle(t.lab, t.submission.prepare, execute);
  const times = [0, t.lab.random.int(5, 30), t.lab.random.int(120, 150)];
  const result = await t.lab.run(() =>
    Promise.all(times.map((ms) => t.lab.at(ms).then(() => untrustedRun()))),
  );
  t.expect(t.lab.trace).toStartAt(
    'roll back',
    times,
    'every run is a new execution, also while another is under way',
  );
  const reports = times.map((_, i) => `roll back: run ${i + 1} done`);
  t.expect(result).toFulfil(reports, 'each run has a report of its own');
});

test('a run that fails does not spoil the next run', async (t) => {
  const error = new Error('connection lost');
  const { execute } = numbered(t.lab, { 1: error });
  const untrustedRun = await prepareIdle(t.lab, t.submission.prepare, execute);
  const first = await t.lab.run(() => untrustedRun());
  t.expect(first).toRejectWith(error, 'the failure belongs to whoever ran the step');
  const second = await t.lab.run(() => untrustedRun());
  t.expect(second).toFulfil('roll back: run 2 done', 'another run is another execution');
});
