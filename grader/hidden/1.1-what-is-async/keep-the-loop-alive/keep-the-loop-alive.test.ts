import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.1-what-is-async/keep-the-loop-alive/keep-the-loop-alive.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';

const test = checksFor<typeof Solution>('keep-the-loop-alive');

/** Receipts, some of them for goods that came back, and what prices them: `ms` of work for each. */
function till(lab: Lab, count: number, { name = 'price', ms = 1, equal = false } = {}) {
  const cents = Array.from({ length: count }, (_, i) =>
    i % 4 === 3 ? -lab.random.int(1, 99) : lab.random.int(100, 9_999),
  );
  const price = lab.work<[number], number>(name, {
    takes: ms,
    returns: (receipt) => cents[receipt] ?? Number.NaN,
  });
  const receipts = cents.map((_, i) => (equal ? 0 : i));
  const total = receipts.reduce((sum, receipt) => sum + (cents[receipt] as number), 0);
  return { receipts, price, total };
}

/** A slice of some size, and more receipts than fit into a few of them. */
function longDay(lab: Lab) {
  const perTurn = lab.random.int(8, 12);
  return { perTurn, ...till(lab, 10 * perTurn + lab.random.int(2, 7)) };
}

test('the total is right, and every receipt is priced once', { weight: 2 }, async (t) => {
  const perTurn = t.lab.random.int(6, 9);
  for (const [count, size, options] of [
    [4 * perTurn, perTurn],
    [2 * perTurn + 3, perTurn],
    [perTurn - 1, perTurn],
    [7, 1],
    [1, perTurn],
    [2 * perTurn + 1, perTurn, { equal: true }],
  ] as const) {
    t.lab.trace.spans.length = 0;
    const { receipts, price, total } = till(t.lab, count, options);
    const result = await t.lab.run(() => t.submission.sumReceipts(receipts, size, price));
    const priced = t.lab.trace.spans.map(({ args }) => Number(args[0]));
    const where = `Of ${count} receipts, ${size} per turn,`;
    const forgotten = receipts.filter((receipt) => !priced.includes(receipt));
    claim(
      forgotten.length === 0,
      `${where} your code never priced ${forgotten.length}, the first of them at position ${forgotten[0]}. The last slice ` +
        'is seldom a full one: price what is left as well.',
    );
    claim(
      priced.length >= count,
      `${where} all of them equal, your code priced ${priced.length}: two equal receipts are two receipts, and each of them ` +
        'is priced.',
    );
    claim(priced.length === count, `${where} your code priced some again: ${priced.length} calls.`);
    claim(
      priced.join() === receipts.join(),
      `${where} your code priced position ${priced.find((receipt, i) => receipt !== i)} too early: keep to the order of ` +
        'the list.',
    );
    t.expect(result).toFulfil(total, `that is the sum of the ${count} prices`);
  }
});

test('the call comes back before more than one slice is priced', async (t) => {
  const { perTurn, receipts, price } = longDay(t.lab);
  await t.lab.run(() => {
    const promise = t.submission.sumReceipts(receipts, perTurn, price);
    const priced = t.lab.trace.spans.length;
    const early = `Your function priced ${priced} of ${receipts.length} receipts before it returned its promise`;
    claim(
      priced < receipts.length,
      `${early}. The word async moves no work anywhere: up to the first await that suspends it, the function runs inside ` +
        'the call.',
    );
    claim(priced <= perTurn, `${early}, and ${perTurn} is the most: that is one slice.`);
    return promise;
  });
});

test('never more than perTurn receipts are priced in one go', { weight: 2 }, async (t) => {
  const ms = t.lab.random.int(1, 3);
  for (const [perTurn, equal] of [
    [t.lab.random.int(8, 12), false],
    [1, false],
    [4, true],
  ] as const) {
    t.lab.trace.spans.length = 0;
    const { receipts, price } = till(t.lab, 5 * perTurn + 5, { ms, equal });
    await t.lab.run(() => t.submission.sumReceipts(receipts, perTurn, price));
    t.expect(t.lab.trace).toStayResponsive(
      perTurn * ms,
      `perTurn is ${perTurn}, and a receipt takes ${ms} ms. After so many the event loop has to turn, and only a timer or ` +
        'an immediate makes your function wait for that',
    );
  }
});

test('what was waiting before the call gets its turn after the first slice', async (t) => {
  const { perTurn, receipts, price } = longDay(t.lab);
  await t.lab.run(() => {
    const claimSoon = (what: string) => () => {
      const priced = t.lab.trace.spans.length;
      t.lab.trace.mark(t.lab.now, `the ${what}`);
      claim(
        priced <= perTurn,
        `The ${what} set before your function was called had to wait until ${t.lab.now} ms: ${priced} receipts were ` +
          `priced first, and ${perTurn} is the most. The event loop has to come round between two slices: an await of a ` +
          'settled promise does not let it, and slices that are all queued at once stand before everybody else.',
      );
    };
    t.lab.timers.setTimeout(claimSoon('timer of 0 ms'), 0);
    t.lab.timers.setImmediate(claimSoon('immediate'));
    return t.submission.sumReceipts(receipts, perTurn, price);
  });
});

/** A timer that is set again whenever it has fired; each beat is a span, as long as it took. */
class Heartbeat {
  readonly ms: number;
  worst = { lateMs: 0, at: 0 };
  #stopped = false;
  readonly #lab: Lab;

  constructor(lab: Lab, ms: number) {
    this.#lab = lab;
    this.ms = ms;
    this.#beat();
  }

  stop(): void {
    this.#stopped = true;
  }

  #beat(): void {
    const { now, timers, trace } = this.#lab;
    const span = trace.begin(`every ${this.ms} ms`, 'operation', [], now);
    // Node makes 1 ms of a delay of 0.
    const due = now + Math.max(1, this.ms);
    timers.setTimeout(() => {
      const at = this.#lab.now;
      span.end = at;
      span.status = 'ok';
      if (at - due > this.worst.lateMs) this.worst = { lateMs: at - due, at };
      if (!this.#stopped) this.#beat();
    }, this.ms);
  }
}

test('heartbeats of 0 ms and of 10 ms go on while 300 receipts are added up', {
  weight: 3,
}, async (t) => {
  const { lab } = t;
  const perTurn = lab.random.int(8, 12);
  const { receipts, price } = till(lab, 300);
  const beats = [new Heartbeat(lab, 0), new Heartbeat(lab, 10)];
  await lab.run(async () => {
    try {
      return await t.submission.sumReceipts(receipts, perTurn, price);
    } finally {
      for (const beat of beats) beat.stop();
    }
  });
  for (const { ms, worst } of beats) {
    const { lateMs, at } = worst;
    claim(
      lateMs <= perTurn,
      `The heartbeat of ${ms} ms fired at ${at} ms, ${lateMs} ms late, while your code was adding up. A slice is ` +
        `${perTurn} ms, and a heartbeat should wait for no more than one: begin the next slice only when the loop has ` +
        'come round.',
    );
  }
});

test('it gives way no more often and for no longer than it has to', { weight: 2 }, async (t) => {
  const { lab } = t;
  const perTurn = lab.random.int(8, 12);
  const large = lab.random.int(1_100, 1_300);
  const days: { count: number; size: number; equal?: boolean; tooMany: (cut: string) => string }[] =
    [
      {
        count: 10 * perTurn + 3,
        size: perTurn,
        tooMany: (cut) =>
          `Your code cut ${cut} Every pause is time in which the sum does not get on: give way when perTurn receipts are ` +
          'priced, not before.',
      },
      {
        count: 4 * perTurn,
        size: perTurn,
        tooMany: (cut) =>
          `The sum before it was cut as it should be, and then a second sum cut ${cut} Something was left over from the ` +
          'first: count from 0 in every call, with what is declared inside it.',
      },
      {
        count: 2 * perTurn + 3,
        size: perTurn,
        equal: true,
        tooMany: (cut) =>
          `On a day when all receipts were equal your code cut ${cut} What a receipt is does not tell where it stands, and ` +
          'indexOf() finds the first of several: count along.',
      },
      {
        count: large + 7,
        size: large,
        tooMany: (cut) =>
          `Short slices are as they should be, and with long ones your code cut ${cut} It is the caller who says how long a ` +
          'slice may be: set no limit of your own.',
      },
    ];
  for (const { count, size, equal = false, tooMany } of days) {
    lab.trace.spans.length = 0;
    const begin = lab.now;
    const sum = till(lab, count, { equal });
    let turns = 0;
    const result = await lab.run(async () => {
      const { turn } = lab.trace;
      try {
        return await t.submission.sumReceipts(sum.receipts, size, sum.price);
      } finally {
        turns = lab.trace.turn - turn;
      }
    });
    const needed = Math.ceil(count / size);
    const slices = new Set(lab.trace.spans.map(({ turn }) => turn)).size;
    claim(
      slices <= needed,
      tooMany(
        `${count} receipts into ${slices} slices, and ${needed} are enough with ${size} per turn.`,
      ),
    );
    const takes = result.at - begin;
    claim(
      takes <= count + needed,
      `Your sum took ${takes} ms: the pricing takes ${count} ms, and ${needed} pauses of at most 1 ms would make ` +
        `it ${count + needed} ms. A pause is there to let the loop turn once, not to wait for a time.`,
    );
    claim(
      turns <= needed,
      `Your sum paused ${turns} times for ${needed} slices. One pause for each is enough, before it or after it: a second ` +
        'one only makes the caller wait.',
    );
  }
});

test('no receipts: a promise of 0, and nothing is priced', async (t) => {
  const { receipts, price } = till(t.lab, 0);
  const result = await t.lab.run(() => [t.submission.sumReceipts(receipts, 10, price)]);
  claim(
    Array.isArray(result.value) && result.value[0] === '[promise]',
    'Without receipts your function did not return a promise. Whoever calls it awaits or chains what it returns, so it ' +
      'has to be a promise every time.',
  );
  const begin = t.lab.now;
  const sum = await t.lab.run(() => t.submission.sumReceipts(receipts, 10, price));
  claim(
    t.lab.trace.spans.length === 0,
    'Your code called price() although there are no receipts: it got something that is none. Look whether there is a next ' +
      'receipt before you price it.',
  );
  t.expect(sum).toFulfil(0, 'nothing to add up is no error');
  claim(
    sum.at - begin <= 1,
    `Without receipts your promise resolved ${sum.at - begin} ms after the call, and there is nothing to wait for: 1 ms is the ` +
      'most.',
  );
});

test('a receipt that cannot be priced makes the sum fail then, and no other is priced', async (t) => {
  const { perTurn, receipts, price } = longDay(t.lab);
  const error = new Error('the receipt is torn');
  for (const [torn, reason] of [
    [2 * perTurn + 3, error],
    [0, error],
    ...t.lab.random.shuffle([0, '', null, undefined]).map((odd) => [perTurn + 2, odd] as const),
  ] as const) {
    t.lab.expectedErrors.add(reason);
    t.lab.trace.spans.length = 0;
    const shown = reason === error ? `\`${error}\`` : `\`${reason === '' ? "''" : reason}\``;
    let tornAt: number | undefined;
    const priceOrFail = (receipt: number): number => {
      claim(
        receipt !== torn || tornAt === undefined,
        `price() threw ${shown} for the receipt at position ${torn}, and your code priced that receipt again. Anything can ` +
          'be thrown, also what counts as false: it is the catch that tells you of a throw, not the value.',
      );
      const cents = price(receipt);
      if (receipt !== torn) return cents;
      tornAt = t.lab.now;
      throw reason;
    };
    let threw = false;
    const start = (): unknown => {
      try {
        return t.submission.sumReceipts(receipts, perTurn, priceOrFail);
      } catch (thrown) {
        threw = true;
        throw thrown;
      }
    };
    const result = await t.lab.run(start, { mayHang: true });
    claim(
      !threw,
      `price() threw ${shown} for the receipt at position ${torn}, and the call itself threw it on instead of returning a ` +
        'promise. A caller who handles the promise never sees that: let every slice run where a throw becomes a rejection.',
    );
    claim(
      result.status !== 'pending',
      `price() threw at ${tornAt} ms inside a callback of yours, and your promise never settled: a throw in a callback ` +
        'reaches nobody, and Node ends the process. Catch it there and reject.',
    );
    const priced = t.lab.trace.spans.length;
    claim(
      priced <= torn + 1,
      `price() threw for the receipt at position ${torn}, and your code priced ${priced - torn - 1} others after it: stop ` +
        'when one fails, nobody will see the total.',
    );
    t.expect(result).toRejectWith(reason, 'the caller must learn of it');
    t.expect(result).toFinishAt(tornAt ?? 0, 'that is when price() threw');
    t.expect(t.lab).toLeaveNothingBehind('a sum that has failed has nothing left to do');
  }
});

/** The longest row of spans of one sum before both are done, in receipts. */
function longestRow(lab: Lab): number {
  const names = lab.trace.spans.map(({ name }) => name);
  const end = Math.min(names.lastIndexOf('price A'), names.lastIndexOf('price B'));
  let longest = 0;
  let row = 0;
  for (const [i, name] of names.slice(0, end + 1).entries()) {
    row = name === names[i - 1] ? row + 1 : 1;
    longest = Math.max(longest, row);
  }
  return longest;
}

test('two sums at the same time take turns, and each gets its own total', {
  weight: 2,
}, async (t) => {
  const perTurn = t.lab.random.int(5, 9);
  const count = 6 * perTurn;
  const [a, b] = ['price A', 'price B'].map((name) => till(t.lab, count, { name })) as [
    ReturnType<typeof till>,
    ReturnType<typeof till>,
  ];
  let first!: Tracked;
  const second = await t.lab.run(() => {
    first = t.lab.track(t.submission.sumReceipts(a.receipts, perTurn, a.price));
    return t.submission.sumReceipts(b.receipts, perTurn, b.price);
  });
  const row = longestRow(t.lab);
  t.expect(first).toFulfil(
    a.total,
    'the total of the first sum; what belongs to one call is declared inside it',
  );
  t.expect(second).toFulfil(
    b.total,
    'the total of the second sum; what belongs to one call is declared inside it',
  );
  claim(
    row <= perTurn,
    `One of two sums priced ${row} receipts in a row while the other had to wait, and ${perTurn} is the most: nobody ` +
      'should have to wait until the whole sum before theirs is ready.',
  );
});

test('when the total is there, nothing of the sum is left behind', async (t) => {
  const { perTurn, receipts, price } = longDay(t.lab);
  await t.lab.run(() => t.submission.sumReceipts(receipts, perTurn, price));
  t.expect(t.lab).toLeaveNothingBehind(
    'await every pause that you begin, and clear what you do not need any more',
  );
});
