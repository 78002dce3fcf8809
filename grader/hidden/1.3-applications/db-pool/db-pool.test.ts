import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.3-applications/db-pool/db-pool.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';
import type { Span } from '../../../lab/trace.ts';

interface Connection {
  readonly id: number;
  readonly broken: boolean;
}

type Job = (connection: Connection) => Promise<string>;
/** What the submission made: its method is untrusted, so it is called while the lab runs and nowhere else. */
type UntrustedPool = Solution.Pool<Connection>;

const test = checksFor<typeof Solution>('db-pool');

/** Far longer than any check takes. */
const PATIENT = 1_000_000;
const OPENING = 10;

/** The database: it numbers the connections that are opened, and can break them. */
class Database {
  readonly #lab: Lab;
  readonly #made: Connection[] = [];
  readonly #broken = new Set<number>();

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** Opens in 10 ms; fails with `failures[n]` the (n+1)-th time. */
  open(failures: readonly (Error | undefined)[] = []): () => Promise<Connection> {
    let calls = 0;
    const dial = this.#lab.operation<[number], Connection>((n) => `open ${n}`, {
      takes: OPENING,
      fails: (n) => failures[n - 1],
      returns: () => {
        const connection = this.#connection(this.#made.length + 1);
        this.#made.push(connection);
        return connection;
      },
    });
    return () => {
      calls += 1;
      return dial(calls);
    };
  }

  /** The pool may note something on it, but it can neither rename nor mend it. */
  #connection(id: number): Connection {
    return Object.defineProperties({} as Connection, {
      id: { value: id, enumerable: true },
      broken: { get: () => this.#broken.has(id), enumerable: true },
    });
  }

  break(id: number): void {
    this.#broken.add(id);
  }

  /** A job `name` that takes so many ms. Fails on a broken connection; may break its own, or fail for itself. */
  job(
    name: string,
    ms: number,
    ends: { breaks?: boolean; fails?: Error; onEnd?: () => void } = {},
  ): Job {
    const run = this.#lab.operation<[Connection], string>(`job ${name}`, {
      takes: ms,
      effect: ({ id }) => {
        if (ends.breaks) this.break(id);
        ends.onEnd?.();
        return `rows of ${name}`;
      },
      fails: () => ends.fails,
    });
    return (connection) => {
      claim(
        this.#made.includes(connection),
        `"job ${name}" was called with something that open() never gave: hand it the connection itself.`,
      );
      return run(connection);
    };
  }
}

/** Lets the submission make its pool, which must not do anything of its own accord. */
async function makePool(
  lab: Lab,
  submission: typeof Solution,
  options: Solution.PoolOptions<Connection>,
): Promise<UntrustedPool> {
  let kind = '';
  let untrusted: unknown;
  const made = await lab.run(() => {
    untrusted = submission.createPool(options);
    kind = typeof (untrusted as UntrustedPool).use;
  });
  claim(made.status !== 'rejected', `createPool() threw "${made.error?.message}".`);
  claim(
    kind === 'function',
    `createPool() must return an object with a function use; yours has "${kind}".`,
  );
  claim(
    lab.trace.spans.length === 0,
    'createPool() opened a connection, and nobody has asked for one yet: the first call of use() is early enough.',
  );
  return untrusted as UntrustedPool;
}

/** Calls `use` and watches what becomes of it; what it throws counts as a rejection. */
function use(lab: Lab, untrustedPool: UntrustedPool, job: Job, timeoutMs = PATIENT): Tracked {
  return lab.track((async () => untrustedPool.use(job, timeoutMs))());
}

interface Call {
  at?: number;
  job: Job;
  timeoutMs?: number;
}

/** Makes the calls at their times, from now on, in one run; a call that never settles is left pending. */
async function play(
  lab: Lab,
  untrustedPool: UntrustedPool,
  calls: readonly Call[],
): Promise<Tracked[]> {
  const begin = lab.now;
  const tracked: Tracked[] = [];
  const run = () =>
    Promise.all(
      calls.map(async ({ at = 0, job, timeoutMs }, i) => {
        if (at > 0) await lab.at(begin + at);
        const call = use(lab, untrustedPool, job, timeoutMs);
        tracked[i] = call;
        await call.done;
      }),
    );
  await lab.run(run, { mayHang: true });
  return tracked;
}

const jobs = (lab: Lab): Span[] =>
  lab.trace.operations().filter(({ name }) => name.startsWith('job'));
const opened = (lab: Lab): Span[] =>
  lab.trace.operations().filter(({ name }) => name.startsWith('open'));
const connectionOf = (span: Span): number | undefined =>
  (span.args[0] as Connection | undefined)?.id;
const ms = (n: number): string => `${n} ms`;
const connections = (n: number): string => `${n} connection${n === 1 ? '' : 's'}`;

/** This job was begun at that time. */
function claimBegan(lab: Lab, name: string, at: number, why: string): void {
  const [job] = lab.trace.operations(`job ${name}`);
  claim(job !== undefined, `"job ${name}" never began: ${why}.`);
  claim(
    job.start >= at,
    `"job ${name}" began at ${ms(job.start)}, before its turn at ${ms(at)}: until then all the connections that max allows ` +
      'were in use. A slot is taken before anything is awaited, and given back once, when the job has ended.',
  );
  claim(
    job.start === at,
    `"job ${name}" began at ${ms(job.start)}, expected at ${ms(at)}: ${why}.`,
  );
}

function claimOpened(lab: Lab, expected: number, why: string): void {
  const found = opened(lab).length;
  claim(
    found <= expected,
    `Your code opened ${connections(found)} where ${expected} would do: ${why}.`,
  );
  claim(
    found === expected,
    `Your code opened ${connections(found)}, expected ${expected}: ${why}.`,
  );
}

/** No two jobs had the same connection at the same time. */
function claimSeparate(lab: Lab): void {
  const all = jobs(lab);
  for (const [i, job] of all.entries()) {
    const other = all
      .slice(0, i)
      .find((one) => connectionOf(one) === connectionOf(job) && (one.end ?? Infinity) > job.start);
    claim(
      other === undefined,
      `"${job.name}" began at ${ms(job.start)} on connection ${connectionOf(job)} while "${other?.name}" was still using it: it ` +
        'was given back before that job had ended, or never taken off the idle ones. A `finally` waits for the job after ' +
        '`return await job(…)`, and not after `return job(…)`.',
    );
  }
}

test('a connection is opened when it is needed, and used again', { weight: 2 }, async (t) => {
  const database = new Database(t.lab);
  const pool = await makePool(t.lab, t.submission, { open: database.open(), max: 3 });
  const long = t.lab.random.int(50, 80);
  const called = await play(t.lab, pool, [
    { job: database.job('A', 20) },
    { at: 100, job: database.job('B', long) },
    { at: 110, job: database.job('C', long) },
    { at: 300, job: database.job('D', 20) },
    { at: 300, job: database.job('E', 20) },
  ]);
  claimSeparate(t.lab);
  for (const [i, name] of ['A', 'B', 'C', 'D', 'E'].entries()) {
    t.expect(called[i] as Tracked).toFulfil(`rows of ${name}`, 'use() settles as its job does');
  }
  claimOpened(
    t.lab,
    2,
    'never more than two jobs ran at once, and a connection that is idle can be used again',
  );
  claimBegan(t.lab, 'A', OPENING, 'its connection is opened when use() is called');
  claimBegan(t.lab, 'B', 100, 'the connection of "job A" is idle');
});

test('at most max connections are opened, and all of them work', { weight: 2 }, async (t) => {
  await t.lab.explore(async (lab) => {
    const database = new Database(lab);
    const pool = await makePool(lab, t.submission, { open: database.open(), max: 2 });
    await play(
      lab,
      pool,
      ['A', 'B', 'C'].map((name) => ({ job: database.job(name, 50) })),
    );
    const found = opened(lab).length;
    claim(
      found <= 2,
      `Your code opened ${found} connections, and max is 2: all three called use() before the first was open. One that is ` +
        'being opened counts already, and a slot is in use until its job has ended.',
    );
    claimSeparate(lab);
    t.expect(lab.trace).toPeakAt(2, 'three jobs, and there may be 2 connections');
  });
});

test('a connection that comes back goes to whoever has waited longest, at once', {
  weight: 2,
}, async (t) => {
  const database = new Database(t.lab);
  const pool = await makePool(t.lab, t.submission, { open: database.open(), max: 1 });
  const times = [
    t.lab.random.int(31, 39),
    t.lab.random.int(41, 49),
    t.lab.random.int(21, 29),
  ] as const;
  await play(t.lab, pool, [
    { job: database.job('A', times[0]) },
    // Its time would be up while "job D" still waits.
    { at: 5, job: database.job('B', times[1]), timeoutMs: 60 },
    { at: 15, job: database.job('C', times[2]), timeoutMs: 500 },
    { at: 25, job: database.job('D', 10), timeoutMs: 300 },
  ]);
  claimSeparate(t.lab);
  const ends = times.map(
    (_, i) => OPENING + times.slice(0, i + 1).reduce((sum, one) => sum + one, 0),
  );
  for (const [i, name] of ['B', 'C', 'D'].entries()) {
    const why =
      'the connection was free then, and of those who waited it had called use() first, whatever their patience';
    claimBegan(t.lab, name, ends[i] as number, why);
  }
});

test('nobody who comes later gets in before somebody who waits', { weight: 2 }, async (t) => {
  const database = new Database(t.lab);
  const pool = await makePool(t.lab, t.submission, { open: database.open(), max: 1 });
  const late: Tracked[] = [];
  const names = Array.from({ length: 12 }, (_, i) => `late${i}`);
  const arrive = async (): Promise<void> => {
    for (const name of names) {
      late.push(use(t.lab, pool, database.job(name, 5)));
      await null;
    }
  };
  const first = database.job('A', 30, { onEnd: () => void arrive() });
  await t.lab.run(
    async () => {
      const early = [use(t.lab, pool, first), use(t.lab, pool, database.job('B', 20))];
      for (const { done } of early) await done;
      for (const { done } of late) await done;
    },
    { mayHang: true },
  );
  claimSeparate(t.lab);
  const begun = jobs(t.lab).map(({ name }) => name.slice(4));
  const wrong = ['A', 'B', ...names].findIndex((name, i) => begun[i] !== name);
  claim(
    wrong < 0,
    `"job B" had been waiting for a connection when "job A" ended, and 12 more callers came one microtask after the other just ` +
      `then. The jobs began in the order [${begun.join(', ')}]: a slot that is given back must belong to the first in the queue ` +
      'at once, so that nobody finds it free.',
  );
});

test('whoever has waited too long gets a TimeoutError then, and its job is not run', {
  weight: 2,
}, async (t) => {
  const database = new Database(t.lab);
  const pool = await makePool(t.lab, t.submission, { open: database.open(), max: 1 });
  const patience = t.lab.random.int(51, 69);
  const [first, , hurried] = await play(t.lab, pool, [
    { job: database.job('A', 200), timeoutMs: 0 },
    { at: 15, job: database.job('C', 20), timeoutMs: 1_000 },
    { at: 20, job: database.job('B', 20), timeoutMs: patience },
  ]);
  claimSeparate(t.lab);
  t.expect(first as Tracked).toFulfil(
    'rows of A',
    'a slot was free, so it did not wait at all; the time of the opening and of the job does not count',
  );
  const { status, error, at } = hurried as Tracked;
  claim(
    status !== 'pending',
    `"job B" might wait for ${ms(patience)}, and its call is pending for ever.`,
  );
  claim(
    status === 'rejected' && error?.name === 'TimeoutError',
    `"job B" might wait for ${ms(patience)} and there was no connection for it; its call ` +
      `${status === 'rejected' ? `rejected with "${error?.name}"` : 'resolved'}. Reject with a TimeoutError.`,
  );
  claim(
    at === 20 + patience,
    `"job B" gave up at ${ms(at)}, expected at ${ms(20 + patience)}: it began to wait at 20 ms, behind "job C", which has more patience.`,
  );
  claim(
    t.lab.trace.operations('job B').length === 0,
    '"job B" was run after its caller had got a TimeoutError: nobody expects that any more.',
  );
});

test('whoever has given up takes no connection from those who still wait', {
  weight: 3,
}, async (t) => {
  const database = new Database(t.lab);
  const pool = await makePool(t.lab, t.submission, { open: database.open(), max: 2 });
  const takes = t.lab.random.int(101, 119);
  await play(t.lab, pool, [
    { job: database.job('A', takes) },
    { job: database.job('B', takes + 10) },
    { at: 5, job: database.job('C', 30), timeoutMs: 40 },
    { at: 10, job: database.job('D', 200) },
    { at: 15, job: database.job('E', 30), timeoutMs: 40 },
    { at: 20, job: database.job('F', 200) },
  ]);
  claimSeparate(t.lab);
  const why = '"job C" and "job E" had given up long before, so nobody stood in front of it';
  claimBegan(t.lab, 'D', OPENING + takes, why);
  claimBegan(t.lab, 'F', OPENING + takes + 10, why);
});

test('a job that fails gives its connection back', { weight: 2 }, async (t) => {
  const database = new Database(t.lab);
  const pool = await makePool(t.lab, t.submission, { open: database.open(), max: 1 });
  const [rejected, thrown] = [new Error('no such table'), new Error('no such column')];
  const takes = t.lab.random.int(20, 40);
  const throws = t.lab.work<[Connection], Promise<string>>('job B', {
    takes: 0,
    returns: () => {
      throw thrown;
    },
  });
  const called = await play(t.lab, pool, [
    { job: database.job('A', takes, { fails: rejected }) },
    { job: throws },
    { job: database.job('C', 20) },
  ]);
  claimSeparate(t.lab);
  claimBegan(
    t.lab,
    'C',
    OPENING + takes,
    'two jobs failed before it, and their connection was as good as ever',
  );
  t.expect(called[0] as Tracked).toRejectWith(rejected, 'use() settles as its job does');
  t.expect(called[1] as Tracked).toRejectWith(
    thrown,
    'a job that throws when it is called has failed',
  );
  claimOpened(t.lab, 1, 'a job that fails does not break its connection');
});

test('a connection that broke in a job is replaced', { weight: 2 }, async (t) => {
  const database = new Database(t.lab);
  const pool = await makePool(t.lab, t.submission, { open: database.open(), max: 2 });
  const lost = new Error('connection lost');
  const takes = t.lab.random.int(30, 50);
  const called = await play(t.lab, pool, [
    { job: database.job('A', takes, { breaks: true, fails: lost }) },
    { job: database.job('B', 300) },
    { at: 15, job: database.job('C', 20, { breaks: true }) },
    { at: 20, job: database.job('D', 20, { breaks: true }) },
  ]);
  claimSeparate(t.lab);
  for (const { name, args } of jobs(t.lab)) {
    const { id, broken } = args[0] as Connection;
    claim(
      !broken,
      `"${name}" was given connection ${id}, which was broken by then: look at \`broken\` and open another.`,
    );
  }
  const freed = OPENING + takes;
  claimBegan(
    t.lab,
    'C',
    freed + OPENING,
    `"job A" lost its connection at ${ms(freed)}, and a new one opens in 10 ms`,
  );
  claimBegan(t.lab, 'D', freed + 40, '"job C" lost its connection, and a new one opens in 10 ms');
  t.expect(called[0] as Tracked).toRejectWith(lost, 'use() settles as its job does');
  t.expect(called[2] as Tracked).toFulfil('rows of C', 'the job itself went well');
  claimOpened(
    t.lab,
    4,
    'three connections were lost, and two of them were needed again; nobody waited when "job D" lost the last one',
  );

  const begin = t.lab.now;
  await play(t.lab, pool, [{ job: database.job('E', 20) }, { job: database.job('F', 20) }]);
  claimBegan(t.lab, 'E', begin, 'the connection of "job B" was idle');
  const gone =
    'a slot was free: a connection that breaks takes no slot with it, also when nobody waits for it';
  claimBegan(t.lab, 'F', begin + OPENING, gone);
});

/** No job was given a connection that had broken in the list of idle ones. */
function claimWorking(lab: Lab): void {
  for (const { name, args } of jobs(lab)) {
    const { id, broken } = args[0] as Connection;
    claim(
      !broken,
      `"${name}" was given connection ${id}, which had broken while nobody used it: look at \`broken\` when you hand it out.`,
    );
  }
}

test('a connection that breaks while it is idle is not used again', async (t) => {
  const database = new Database(t.lab);
  const pool = await makePool(t.lab, t.submission, { open: database.open(), max: 2 });
  await play(t.lab, pool, [{ job: database.job('A', 20) }, { job: database.job('B', 20) }]);
  for (const id of [1, 2]) database.break(id);
  await play(t.lab, pool, [{ job: database.job('C', 20) }, { job: database.job('D', 20) }]);
  claimWorking(t.lab);
  claimOpened(t.lab, 4, 'both connections broke while they were idle, and both were needed again');
});

test('a connection that works is found behind one that broke while both were idle', async (t) => {
  const { lab } = t;
  // Whichever of the two the pool would take first.
  for (const lost of [2, 1]) {
    lab.trace.spans.length = 0;
    const database = new Database(lab);
    const pool = await makePool(lab, t.submission, { open: database.open(), max: 2 });
    await play(lab, pool, [{ job: database.job('A', 20) }, { job: database.job('B', 20) }]);
    database.break(lost);
    await play(lab, pool, [{ job: database.job('C', 20) }]);
    claimWorking(lab);
    claimOpened(
      lab,
      2,
      `connections 1 and 2 were idle and only ${lost} had broken, so "job C" could have the other one; look on until you find ` +
        'one that works',
    );
  }
});

test('when open() fails its caller is told, and the next one has its turn', {
  weight: 2,
}, async (t) => {
  const database = new Database(t.lab);
  const [refused, broken] = [new Error('connection refused'), new Error('no address')];
  const dial = database.open([refused]);
  let calls = 0;
  const open = (): Promise<Connection> => {
    calls += 1;
    if (calls === 2) throw broken;
    return dial();
  };
  const pool = await makePool(t.lab, t.submission, { open, max: 1 });
  const called = await play(t.lab, pool, [
    { job: database.job('A', 20) },
    { job: database.job('B', 20) },
    { job: database.job('C', 20) },
    { at: 2 * OPENING + 5, job: database.job('D', 20) },
  ]);
  t.expect(called[0] as Tracked).toRejectWith(refused, 'open() rejected for it');
  claim(
    calls > 1,
    'open() failed for "job A" at 10 ms, and "job B" never had its turn: nobody gave the slot back that "job A" had taken.',
  );
  t.expect(called[1] as Tracked).toRejectWith(broken, 'open() threw for it');
  claimSeparate(t.lab);
  claimBegan(t.lab, 'C', 2 * OPENING, 'open() failed twice before, but nobody holds a connection');
  const [c, d] = ['job C', 'job D'].map((name) => t.lab.trace.operations(name)[0]);
  claim(
    d === undefined || d.start >= (c?.end ?? Infinity),
    `max is 1, and "job D" began at ${ms(d?.start ?? 0)} while "job C" was still running: open() had failed before, and one slot ` +
      'was given back twice. Give it back in one place only.',
  );
  const why = 'that is when "job C" gave its connection back';
  claimBegan(t.lab, 'D', 2 * OPENING + 20, why);
  claim(jobs(t.lab).length === 2, 'A job was run though its connection could not be opened.');
});

test('when nobody waits no timer is left', async (t) => {
  const database = new Database(t.lab);
  const pool = await makePool(t.lab, t.submission, { open: database.open(), max: 1 });
  await play(t.lab, pool, [
    { job: database.job('A', 50), timeoutMs: 5_000 },
    { job: database.job('B', 50), timeoutMs: 5_000 },
    { job: database.job('C', 50), timeoutMs: 30 },
  ]);
  t.expect(t.lab).toLeaveNothingBehind(
    'it keeps the process alive for nothing; clear it when the waiter gets its slot',
  );
});

test('whatever happens first, a job is run or timed out, and no slot is lost', {
  weight: 2,
}, async (t) => {
  await t.lab.explore(async (lab) => {
    const database = new Database(lab);
    const pool = await makePool(lab, t.submission, { open: database.open(), max: 2 });
    const failing = new Error('deadlock detected');
    const called = await play(lab, pool, [
      { job: database.job('A', 40, { fails: failing }) },
      { job: database.job('B', 40) },
      { job: database.job('C', 40), timeoutMs: 30 },
    ]);
    claimSeparate(lab);
    for (const [i, { status, error }] of called.entries()) {
      const name = `job ${'ABC'[i]}`;
      const begun = lab.trace.operations(name).length > 0;
      claim(
        status !== 'pending',
        `The call of "${name}" is pending for ever: its turn never came, nor its timeout.`,
      );
      claim(
        begun !== (error?.name === 'TimeoutError'),
        begun
          ? `"${name}" was run, and its caller got a TimeoutError.`
          : `"${name}" was not run, and its caller got no TimeoutError.`,
      );
    }
    const untrustedHeld: unknown[] = [];
    const met = Promise.withResolvers<void>();
    const meets = lab.work<[Connection], Promise<string>>('meeting', {
      takes: 0,
      returns: async (untrustedConnection) => {
        if (untrustedHeld.push(untrustedConnection) === 2) met.resolve();
        await met.promise;
        return '';
      },
    });
    await play(lab, pool, [{ job: meets }, { job: meets }]);
    claim(
      untrustedHeld.length === 2,
      `When all was quiet two more callers came, whose jobs wait for each other, and ${untrustedHeld.length} of them got a ` +
        'connection: a slot was lost before. Look at what becomes of a slot when a job fails, and when it comes back to a waiter whose time is up.',
    );
    claim(
      untrustedHeld[0] !== untrustedHeld[1],
      'The last two callers got the same connection at the same time: it was given back twice.',
    );
  });
});
