import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.1-what-is-async/trust-wrapper/trust-wrapper.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';

const test = checksFor<typeof Solution>('trust-wrapper');

type Call = Solution.Call<unknown>;
type Report = Solution.Report<unknown>;
type Submission = typeof Solution;

interface Counter {
  lab: Lab;
  submission: Submission;
}

/**
 * What a driver does at a time, in ms after it was called; at 0 it has not returned yet. It reports with a second
 * argument when there is a `result`, be it undefined.
 */
interface Act {
  at: number;
  error?: Error;
  result?: unknown;
  throws?: unknown;
}

/** Reports to the submission. What it throws is kept for a claim, as a driver's stack is no place for one. */
class Reporter {
  readonly #lab: Lab;
  readonly #threwAt: number[] = [];

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  report(untrustedReport: Report, act: Omit<Act, 'at'>): void {
    const { error = null } = act;
    this.#lab.trace.mark(this.#lab.now, error ? 'reports an error' : 'reports a result');
    try {
      if ('result' in act) untrustedReport(error, act.result);
      else untrustedReport(error);
    } catch {
      this.#threwAt.push(this.#lab.now);
    }
  }

  claimNothingThrown(): void {
    const [at] = this.#threwAt;
    claim(
      at === undefined,
      `Your report function threw into the driver at ${at} ms: nobody there expects that. A report that comes too late is ` +
        'ignored, without a word.',
    );
  }
}

/** A driver that does what it is told, and notes when it was called. */
function makeDriver(lab: Lab, acts: readonly Act[]) {
  const calledAt: number[] = [];
  const reporter = new Reporter(lab);
  const call: Call = (untrustedReport) => {
    calledAt.push(lab.now);
    for (const act of acts) {
      if ('throws' in act) throw act.throws;
      if (act.at === 0) reporter.report(untrustedReport, act);
      else void lab.at(lab.now + act.at).then(() => reporter.report(untrustedReport, act));
    }
  };
  return { call, calledAt, reporter };
}

/** Calls the submission and draws its promise as a span. */
function start({ lab, submission }: Counter, call: Call, timeoutMs: number): Tracked {
  let untrusted: unknown;
  try {
    untrusted = submission.callCarefully(call, timeoutMs);
  } catch (error) {
    const { message } = error as Error;
    claim(
      false,
      `callCarefully() itself threw "${message}": its caller handles a promise, and never gets one. Put whatever can throw, ` +
        'the driver first of all, into a try, and reject.',
    );
  }
  const payment = lab.track(untrusted);
  const span = lab.trace.begin('payment', 'operation', [], lab.now);
  void payment.done.then(() => {
    span.end = payment.at;
    span.status = payment.status === 'fulfilled' ? 'ok' : 'failed';
  });
  return payment;
}

/** One payment with a driver that does `acts`, followed until all is quiet; the timeline shows this one alone. */
async function pay(counter: Counter, acts: readonly Act[], timeoutMs = 5_000): Promise<Tracked> {
  const { lab } = counter;
  const { call, calledAt, reporter } = makeDriver(lab, acts);
  lab.trace.spans.length = 0;
  lab.trace.marks.length = 0;
  let payment: Tracked | undefined;
  const begun = lab.now;
  await lab.run(() => {
    payment = start(counter, call, timeoutMs);
    return payment.done;
  });
  claim(
    calledAt.length === 1,
    `Your code called the driver ${calledAt.length} times: the customer pays each time. Call it once.`,
  );
  claim(
    calledAt[0] === begun,
    `The driver was called at ${calledAt[0]} ms, and callCarefully() at ${begun} ms: call it at once.`,
  );
  reporter.claimNothingThrown();
  return payment as Tracked;
}

/** Claims that a payment ended with a TimeoutError. */
function timedOut({ status, error, at }: Tracked, timeoutMs: number): void {
  claim(
    status !== 'pending',
    `Nothing was reported in the ${timeoutMs} ms after the call, and your promise never settled: a driver that is silent ` +
      'wakes nobody, so only a timer of your own can end the wait.',
  );
  const found = status === 'fulfilled' ? 'resolved' : `rejected with "${error?.name}"`;
  claim(
    status === 'rejected' && error?.name === 'TimeoutError',
    `Nothing was reported in the ${timeoutMs} ms after the call, and your promise ${found} at ${at} ms: it must reject with ` +
      'a TimeoutError when they are over.',
  );
}

test('a reported result resolves at that moment, whatever it looks like', async (t) => {
  for (const result of t.lab.random.shuffle(['receipt 7', undefined, 0, '', false, null])) {
    const ms = t.lab.random.int(10, 900);
    const begun = t.lab.now;
    const payment = await pay(t, [{ at: ms, result }], 1_000);
    const why = 'the driver reported no error, so this is the result';
    claim(
      payment.status !== 'rejected',
      `The driver reported \`(null, ${result === '' ? "''" : String(result)})\`, and your promise rejected at ${payment.at} ms: ` +
        'the first argument alone says whether it failed, and null means that it did not.',
    );
    t.expect(payment).toFulfil(result, why);
    t.expect(payment).toFinishAt(begun + ms, 'that is when the driver reported');
  }
  const bare = await pay(t, [{ at: 10 }], 1_000);
  t.expect(bare).toFulfil(undefined, 'the driver reported null alone: no error, and no result');
});

test('a reported error rejects at that moment, with that very error', async (t) => {
  const ms = t.lab.random.int(10, 900);
  const error = new Error('card refused');
  const payment = await pay(t, [{ at: ms, error }], 1_000);
  t.expect(payment).toRejectWith(error, 'the driver reported an error');
  t.expect(payment).toFinishAt(ms, 'that is when the driver reported');
  const padded = await pay(t, [{ at: ms, error, result: undefined }], 1_000);
  t.expect(padded).toRejectWith(error, 'the driver reported an error, and undefined after it');
});

test('a driver that never reports: a TimeoutError exactly after the timeout', {
  weight: 2,
}, async (t) => {
  let payment: Tracked | undefined;
  const slow = t.lab.work('driver computes', { takes: 100 });
  const startSlow = () => {
    payment = start(t, () => slow(), 150);
    return payment.done;
  };
  await t.lab.run(startSlow, { mayHang: true });
  timedOut(payment as Tracked, 150);
  const after = (payment as Tracked).at;
  claim(
    after === 150,
    `The driver computed for 100 ms before it returned, and the timeout was 150 ms; your promise gave up ${after} ms after ` +
      'the call. The time counts from the call: set the timer before it.',
  );

  for (const timeoutMs of [t.lab.random.int(60, 900), 1]) {
    const called = t.lab.now + t.lab.random.int(0, 50);
    const { call } = makeDriver(t.lab, []);
    await t.lab.run(async () => {
      await t.lab.at(called);
      payment = start(t, call, timeoutMs);
      await payment.done;
    });
    timedOut(payment as Tracked, timeoutMs);
    t.expect(payment as Tracked).toFinishAt(
      called + timeoutMs,
      `the timeout is ${timeoutMs} ms, counted from the call at ${called} ms`,
    );
  }

  // Nobody waits for this one, so that Node ends as soon as nothing keeps it alive.
  await t.lab.run(() => {
    payment = start(t, makeDriver(t.lab, []).call, 5_000);
  });
  claim(
    (payment as Tracked).status !== 'pending',
    'The driver was silent, and nothing kept Node alive until the timeout was over: the program ends, and nobody ever hears ' +
      'of a TimeoutError. AbortSignal.timeout() and a timer with unref() do not keep a program alive, setTimeout() does.',
  );
});

test('a report 1 ms before the timeout counts, one 1 ms after it changes nothing', {
  weight: 2,
}, async (t) => {
  const timeoutMs = t.lab.random.int(20, 90);
  const inTime = await pay(t, [{ at: timeoutMs - 1, result: 'receipt 7' }], timeoutMs);
  t.expect(inTime).toFulfil('receipt 7', 'it came 1 ms before the timeout');

  for (const late of [{ result: 'receipt 8' }, { error: new Error('card refused') }]) {
    const begun = t.lab.now;
    const payment = await pay(t, [{ at: timeoutMs + 1, ...late }], timeoutMs);
    timedOut(payment, timeoutMs);
    t.expect(payment).toFinishAt(begun + timeoutMs, 'the report came 1 ms after the timeout');
  }
});

test('a second report changes nothing', { weight: 2 }, async (t) => {
  const error = new Error('card refused');
  const [one, two] = [{ result: 'receipt 7' }, { result: 'receipt 8' }];
  const [soon, later] = [t.lab.random.int(10, 90), t.lab.random.int(100, 190)];
  for (const [first, second] of [
    [0, 0],
    [0, soon],
    [soon, soon],
    [soon, later],
  ] as const) {
    const why = 'the first report is the outcome, whatever is reported after it';
    const twice = (a: Omit<Act, 'at'>, b: Omit<Act, 'at'>) =>
      pay(t, [
        { at: first, ...a },
        { at: second, ...b },
      ]);
    t.expect(await twice(one, two)).toFulfil('receipt 7', why);
    t.expect(await twice(one, { error })).toFulfil('receipt 7', why);
    t.expect(await twice({ error }, two)).toRejectWith(error, why);
  }
});

test('a report from before the driver has returned counts', async (t) => {
  const { call, calledAt } = makeDriver(t.lab, [{ at: 0, result: 'receipt 6' }]);
  let calledBefore = 0;
  await t.lab.run(() => {
    const payment = start(t, call, 100);
    calledBefore = calledAt.length;
    return payment.done;
  });
  claim(
    calledBefore === 1,
    'callCarefully() returned, and the driver had not been called: what its caller does next comes before the payment. ' +
      'Call the driver at once, before any await.',
  );

  const error = new Error('card refused');
  const begun = t.lab.now;
  const paid = await pay(t, [{ at: 0, result: 'receipt 7' }]);
  t.expect(paid).toFulfil('receipt 7', 'the driver had the answer at hand');
  t.expect(paid).toFinishAt(begun, 'the outcome was known at once');
  const refused = await pay(t, [{ at: 0, error }]);
  t.expect(refused).toRejectWith(error, 'the driver knew at once that it fails');
});

test('a driver that throws: a rejection with what it threw, at once', async (t) => {
  const bug = new TypeError('no paper tray');
  const begun = t.lab.now;
  const payment = await pay(t, [{ at: 0, throws: bug }]);
  t.expect(payment).toRejectWith(bug, 'that is what the driver threw');
  t.expect(payment).toFinishAt(begun, 'there is nothing more to wait for');

  for (const thrown of t.lab.random.shuffle(['no paper', undefined, 0, null])) {
    const broken = await pay(t, [{ at: 0, throws: thrown }]);
    claim(
      broken.status === 'rejected',
      `The driver threw "${thrown}", and your promise resolved: whatever is thrown is a failure, also when it is no Error.`,
    );
    claim(
      broken.untrusted === thrown,
      `The driver threw "${thrown}", and your promise rejected with something else: reject with the very thing that was thrown, even if it is no Error.`,
    );
  }
});

test('a throw after a report, and a report after a throw, change nothing', async (t) => {
  const [error, bug] = [new Error('card refused'), new TypeError('no paper tray')];
  const ms = t.lab.random.int(10, 90);
  const why = 'the first thing that happened is the outcome';
  const result = 'receipt 7';
  const paid = await pay(t, [
    { at: 0, result },
    { at: 0, throws: bug },
  ]);
  t.expect(paid).toFulfil(result, why);
  const refused = await pay(t, [
    { at: 0, error },
    { at: 0, throws: bug },
  ]);
  t.expect(refused).toRejectWith(error, why);
  const broken = await pay(t, [
    { at: ms, result },
    { at: 0, throws: bug },
  ]);
  t.expect(broken).toRejectWith(bug, why);
});

test('no timer is left, however the call has ended', { weight: 2 }, async (t) => {
  const error = new Error('card refused');
  const at = t.lab.random.int(10, 90);
  const endings: [Act, string][] = [
    [{ at, result: 'receipt 7' }, 'reported a result'],
    [{ at, error }, 'reported an error'],
    [{ at: 0, result: 'receipt 7' }, 'reported a result before it had returned'],
    [{ at: 0, error }, 'reported an error before it had returned'],
    [{ at: 0, throws: error }, 'had thrown'],
  ];
  for (const [act, ending] of endings) {
    await pay(t, [act], 60_000);
    const [timer] = t.lab.leftovers.timers;
    claim(
      timer === undefined,
      `When the driver ${ending}, your promise settled, but a timer of ${timer?.ms} ms was still armed: Node waits for it ` +
        'before it ends. Every way out has to pass a clearTimeout.',
    );
  }
});

test('two channels that both report, and the timeout: what comes first decides, in every order', async (t) => {
  await t.lab.explore(async (lab) => {
    const channels = ['chip', 'printer'].map((name) => ({
      name,
      wait: lab.operation(name, { takes: lab.random.int(20, 80) }),
    }));
    const reported: { name: string; at: number }[] = [];
    const reporter = new Reporter(lab);
    const call: Call = (untrustedReport) => {
      for (const { name, wait } of channels) {
        void wait().then(() => {
          reported.push({ name, at: lab.now });
          reporter.report(untrustedReport, { result: name });
        });
      }
    };
    let payment: Tracked | undefined;
    let reportsBefore = 0;
    await lab.run(() => {
      payment = start({ lab, submission: t.submission }, call, 50);
      return payment.done.then(() => {
        reportsBefore = reported.length;
      });
    });
    // The lane shows when the payment ended; the lab's own mark knows only that the run did.
    const { marks } = lab.trace;
    marks.splice(0, marks.length, ...marks.filter(({ text }) => !text.startsWith('your promise')));
    reporter.claimNothingThrown();
    const { status, at } = payment as Tracked;
    const [first] = reported as [{ name: string; at: number }];
    if (status === 'fulfilled') {
      t.expect(payment as Tracked).toFulfil(first.name, `"${first.name}" reported first`);
      claim(
        reportsBefore === 1,
        `There had been ${reportsBefore} reports when your promise resolved: the first report has to settle it at once.`,
      );
      return;
    }
    timedOut(payment as Tracked, 50);
    claim(
      first.at >= at,
      `"${first.name}" reported at ${first.at} ms, and your promise rejected at ${at} ms: the first report has to settle it at ` +
        'once.',
    );
  });
});

test('two calls at the same time have nothing to do with each other', async (t) => {
  const silent = makeDriver(t.lab, []);
  const good = makeDriver(t.lab, [{ at: 80, result: 'receipt 7' }]);
  let payments: Tracked[] = [];
  const startBoth = () => {
    payments = [start(t, silent.call, 50), start(t, good.call, 100)];
    return Promise.all(payments.map(({ done }) => done));
  };
  await t.lab.run(startBoth, { mayHang: true });
  const [never, paid] = payments as [Tracked, Tracked];
  timedOut(never, 50);
  t.expect(paid).toFulfil('receipt 7', 'its own driver reported that, in time');
});
