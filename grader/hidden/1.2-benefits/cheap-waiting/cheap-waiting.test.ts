import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.2-benefits/cheap-waiting/cheap-waiting.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';
import type { Span } from '../../../lab/trace.ts';

const test = checksFor<typeof Solution>('cheap-waiting');

/** One sleep of a car: its span lasts from the call until the car is woken. Times are those of its car park. */
interface Sleep {
  readonly span: Span;
  /** When the car is to be woken. */
  readonly due: number;
  failure?: Tracked;
}

/**
 * Cars that sleep by one clock of the submission, with times in ms since the car park was opened. Use it while the lab
 * runs: the clock is untrusted.
 */
class CarPark {
  readonly sleeps: Sleep[] = [];
  /** In the order in which they were woken. */
  readonly woken: Sleep[] = [];
  /** Whether timers go on firing though nobody is woken by them. */
  isTicking = false;
  readonly #lab: Lab;
  readonly #opened: number;
  readonly #untrustedClock: Solution.AlarmClock;

  constructor(lab: Lab, submission: typeof Solution) {
    this.#lab = lab;
    this.#opened = lab.now;
    this.#untrustedClock = submission.createAlarmClock();
  }

  /** Lets a car sleep; resolves when it is woken, or when its sleep has failed. */
  async park(car: string, ms: number): Promise<void> {
    const { trace } = this.#lab;
    const span = trace.begin(car, 'operation', [ms], this.now);
    const sleep: Sleep = { span, due: this.now + ms };
    this.sleeps.push(sleep);
    try {
      await this.#untrustedClock.sleep(ms);
      span.status = 'ok';
    } catch (untrusted) {
      span.status = 'failed';
      sleep.failure = this.#lab.track(Promise.reject(untrusted));
    }
    span.end = this.now;
    this.woken.push(sleep);
  }

  get now(): number {
    return this.#lab.now - this.#opened;
  }

  /** Resolves at a time of this car park. */
  at(ms: number): Promise<void> {
    return this.#lab.at(this.#opened + ms);
  }

  get asleep(): number {
    return this.sleeps.length - this.woken.length;
  }
}

/** Notes whether the clock of a car park ticks; to be called when nothing else happens there any more. */
async function noteTicking(lab: Lab, cars: CarPark): Promise<void> {
  if (cars.asleep === 0) return;
  const { leftovers } = lab;
  await lab.run(() => {});
  cars.isTicking = lab.leftovers.timers.length > 0;
  lab.leftovers = leftovers;
}

/** Runs `story` with a car park of its own, until nothing is left to happen. */
async function visit(
  lab: Lab,
  submission: typeof Solution,
  story: (cars: CarPark) => unknown,
): Promise<CarPark> {
  let cars: CarPark | undefined;
  const result = await lab.run(
    () => {
      cars = new CarPark(lab, submission);
      return story(cars);
    },
    { mayHang: true },
  );
  claim(cars !== undefined, `createAlarmClock() threw "${result.error?.message}".`);
  await noteTicking(lab, cars);
  return cars;
}

/** Claims that no timer was armed when the last run settled, with everybody awake. */
function claimNoTimer(lab: Lab): void {
  const [timer] = lab.leftovers.timers;
  claim(
    timer === undefined,
    `Everybody was awake, and a timer of ${timer?.ms} ms was armed: it has nobody to wake, and Node does not ` +
      'end while it is there. Arm a timer only when somebody sleeps.',
  );
}

/** Claims that no timer is armed now that everybody is awake. */
async function claimIdle(lab: Lab): Promise<void> {
  await lab.run(() => {});
  claimNoTimer(lab);
}

const IN_TIME =
  'When a timer fires, wake everybody whose time is up, and when somebody comes whose time is up earlier, set the timer anew';

/** Claims that the car was woken at `expected`; `hint` says what to do when it was woken later. */
function claimWoken(
  cars: CarPark,
  { span, due, failure }: Sleep,
  { expected = due, hint = IN_TIME } = {},
): void {
  const call = `"${span.name}" called sleep(${span.args[0]}) at ${span.start} ms`;
  const error = failure?.error;
  claim(!failure, `${call}, and it failed with "${error?.name}: ${error?.message}".`);
  const isAsleep = span.status === 'running';
  claim(
    !isAsleep || !cars.isTicking || cars.now >= expected,
    `${call} and is to be woken at ${expected} ms. Your code had a thousand timers fire until ${cars.now} ms, and nobody was ` +
      'to be woken by them: set the timer for the next sleeper.',
  );
  claim(
    !isAsleep,
    `${call} and was to be woken at ${expected} ms, but it sleeps for ever. ${hint}.`,
  );
  const end = span.end as number;
  claim(
    end >= expected,
    `${call} and was woken at ${end} ms, ${expected - end} ms too early: a time is up so many milliseconds after the call, ` +
      'whatever else the clock does.',
  );
  claim(
    end === expected,
    `${call} and was woken at ${end} ms, ${end - expected} ms too late. ${hint}.`,
  );
}

/** Claims that the cars were woken in the order of their times, and of their calls where the times are equal. */
function claimOrder({ sleeps, woken }: CarPark): void {
  const expected = sleeps.toSorted((a, b) => a.due - b.due);
  const i = expected.findIndex((sleep, n) => sleep !== woken[n]);
  const [right, wrong] = [expected[i], woken[i]];
  claim(
    i < 0 || right?.due === wrong?.due,
    `"${wrong?.span.name}" was to be woken at ${wrong?.due} ms and "${right?.span.name}" at ${right?.due} ms, and they were woken in ` +
      'this order: whose time is up first is woken first, also when both are late.',
  );
  claim(
    i < 0,
    `At ${right?.due} ms "${wrong?.span.name}" was woken before "${right?.span.name}", which was first to call sleep() among ` +
      'those of that moment: put a newcomer behind those with the same time.',
  );
}

/** Claims that one timer was armed when the last run settled. */
function claimOneTimer(lab: Lab, at: number, asleep: number): void {
  const { timers } = lab.leftovers;
  const [one, another] = timers;
  claim(
    one !== undefined,
    `At ${at} ms ${asleep} of the cars slept, and no timer was armed that could wake them.`,
  );
  claim(
    another === undefined,
    `At ${at} ms ${asleep} of the cars slept, and ${timers.length} timers were armed, of ${one.ms} and ${another?.ms} ms ` +
      'for example: keep the list of sleepers yourself, arm one timer for the first of them, and clear it before you ' +
      'arm another.',
  );
}

test('10,000 sleepers wait with one timer', { weight: 3 }, async (t) => {
  const { lab } = t;
  const arrivals = lab.cases / 2;
  const cars = await visit(lab, t.submission, async (park) => {
    for (let arrival = 1; arrival <= arrivals; arrival++) {
      await park.at(arrival);
      for (let n = 1; n <= 100; n++) {
        // Most tickets run out in the order in which they were bought. The others set the timer anew, or lie in between.
        // No dice: they would show no more, and so many sleepers are too many for a second night.
        const minute = n % 25 === 0 ? 1 + ((7 * arrival + n) % 40) : 20 + Math.ceil(arrival / 5);
        void park.park(`car ${park.sleeps.length + 1}`, minute * 60_000 - arrival);
      }
    }
  });
  // A timeline of so many cars shows nothing.
  lab.trace.spans.length = 0;
  const { length } = lab.leftovers.timers;
  claim(
    length < cars.sleeps.length,
    `${length} cars were parked, and each of them had a timer of its own: all but one of these timers wait for nothing but ` +
      'their turn. Keep the list of sleepers yourself, and arm one timer for the first of them.',
  );
  claimOneTimer(lab, arrivals, cars.sleeps.length);
  const wrong = cars.sleeps
    .toSorted((a, b) => a.due - b.due)
    .find(({ span, due }) => span.status !== 'ok' || span.end !== due);
  if (wrong) claimWoken(cars, wrong);
  claimOrder(cars);
});

test('the timer is set for the next sleeper and does not tick in between', {
  weight: 2,
}, async (t) => {
  // The most that setTimeout can do, or a little less: more than 24 days.
  const ms = 2 ** 31 - t.lab.random.int(1, 999);
  const cars = await visit(t.lab, t.submission, (park) => {
    void park.park('lorry', ms);
  });
  claimOneTimer(t.lab, 0, 1);
  const [timer] = t.lab.leftovers.timers;
  claim(
    timer?.repeats === false,
    `The only car sleeps for more than 24 days, and your code armed an interval of ${timer?.ms} ms: it wakes up again ` +
      'and again only to look at the clock. You know when the next sleeper is to be woken, so set a timer for that.',
  );
  claim(
    timer.ms === ms,
    `The only car sleeps for ${ms} ms, and your timer is set for ${timer.ms} ms: you know when the next sleeper is to be ` +
      'woken, so set the timer for that.',
  );
  for (const sleep of cars.sleeps) claimWoken(cars, sleep);
});

test('everybody sleeps for the time asked for, counted from the call', { weight: 2 }, async (t) => {
  const ms = t.lab.random.int(100, 130);
  const countMoney = t.lab.work('count money', { takes: 30 });
  const cars = await visit(t.lab, t.submission, async (park) => {
    const parked = [park.park('van', ms)];
    countMoney();
    await park.at(40);
    parked.push(park.park('taxi', ms));
    await park.at(70);
    parked.push(park.park('bus', ms + 160));
    await Promise.all(parked);
  });
  const hint =
    'A time begins with the call: look at the clock in `sleep` itself, before it waits for anything';
  for (const sleep of cars.sleeps) claimWoken(cars, sleep, { hint });
});

test('who comes later and sleeps less is woken earlier', { weight: 2 }, async (t) => {
  const { lab } = t;
  const van = lab.random.int(280, 300);
  const cars = await visit(lab, t.submission, async (park) => {
    const parked = [park.park('van', van)];
    await park.at(90);
    parked.push(park.park('taxi', 60));
    await park.at(110);
    parked.push(park.park('moped', lab.random.int(5, 15)));
    await Promise.all(parked);
  });
  for (const sleep of cars.sleeps.toSorted((a, b) => a.due - b.due)) claimWoken(cars, sleep);
});

test('whoever is to be woken first takes over the timer', { weight: 2 }, async (t) => {
  const { lab } = t;
  const stories: [settleAt: number, asleep: number][] = [
    [100, 3],
    [155, 2],
    [205, 1],
  ];
  for (const [settleAt, asleep] of stories) {
    lab.trace.spans.length = 0;
    await visit(lab, t.submission, async (park) => {
      void park.park('van', 300);
      await park.at(50);
      void park.park('taxi', 150);
      await park.at(100);
      void park.park('moped', 50);
      await park.at(settleAt);
    });
    claimOneTimer(lab, settleAt, asleep);
    await claimIdle(lab);
  }
});

test('those with the same time wake at the same moment, in the order of their calls', {
  weight: 2,
}, async (t) => {
  const { lab } = t;
  const due = lab.random.int(100, 120);
  const cars = await visit(lab, t.submission, async (park) => {
    const parked = [park.park('van', due), park.park('bus', due + 1), park.park('taxi', due)];
    await park.at(60);
    parked.push(park.park('moped', due - 60), park.park('lorry', due - 60));
    await Promise.all(parked);
  });
  for (const sleep of cars.sleeps) claimWoken(cars, sleep);
  claimOrder(cars);
});

test('after the event loop was blocked, the late ones wake at once and the others on time', {
  weight: 2,
}, async (t) => {
  const { lab } = t;
  const takes = lab.random.int(120, 140);
  const free = 90 + takes;
  const countMoney = lab.work('count money', { takes });
  const cars = await visit(lab, t.submission, async (park) => {
    const parked = [park.park('taxi', 150), park.park('van', 100), park.park('bus', 400)];
    await park.at(90);
    countMoney();
    // The timer is overdue, and has not had its turn.
    parked.push(park.park('lorry', 60));
    await park.at(free + 20);
    parked.push(park.park('moped', 50));
    await Promise.all(parked);
  });
  const [taxi, van, bus, lorry, moped] = cars.sleeps as [Sleep, Sleep, Sleep, Sleep, Sleep];
  const blocked = `The event loop was blocked until ${free} ms`;
  claimWoken(cars, van, {
    expected: free,
    hint: `${blocked}, and before the timer had its turn the lorry came: who is not the next to be woken leaves the timer alone`,
  });
  claimWoken(cars, taxi, {
    expected: free,
    hint: `${blocked}: when the timer fires, wake everybody whose time is up by then`,
  });
  const onTime = {
    hint: 'A timer that fires late must not make the next one late: keep the moment at which each is to be woken, and ask the clock how much is left',
  };
  for (const sleep of [lorry, moped, bus]) claimWoken(cars, sleep, onTime);
  claimOrder(cars);
});

test('while nobody sleeps no timer is armed, and the clock can be used again', async (t) => {
  const { lab } = t;
  const cars = await visit(lab, t.submission, () => {});
  await claimIdle(lab);
  for (const pause of [0, lab.random.int(400, 600)]) {
    const begin = cars.now + pause;
    const evening = await lab.run(
      async () => {
        await cars.at(begin);
        await Promise.all([cars.park('taxi', 30), cars.park('van', 80)]);
      },
      { mayHang: true },
    );
    for (const sleep of cars.sleeps) claimWoken(cars, sleep);
    t.expect(evening).toFinishAt(begin + 80, 'the van sleeps longest');
    claimNoTimer(lab);
    await claimIdle(lab);
  }
});

test('two clocks know nothing of each other', async (t) => {
  const { lab } = t;
  const parks: CarPark[] = [];
  await lab.run(
    async () => {
      parks.push(new CarPark(lab, t.submission), new CarPark(lab, t.submission));
      const [east, west] = parks as [CarPark, CarPark];
      void east.park('van', lab.random.int(200, 220));
      void west.park('bus', 150);
      await lab.at(20);
      void east.park('taxi', 60);
      void west.park('moped', 90);
    },
    { mayHang: true },
  );
  for (const cars of parks) {
    await noteTicking(lab, cars);
    const hint =
      'Each clock needs a list and a timer of its own: declare them in createAlarmClock()';
    for (const sleep of cars.sleeps) claimWoken(cars, sleep, { hint });
  }
});

test('in 20 random nights everybody wakes on time and in order', { weight: 3 }, async (t) => {
  const { lab } = t;
  const steps = (low: number, high: number): number => lab.random.int(low, high) * 10;
  for (let night = 1; night <= lab.cases / 10; night++) {
    lab.trace.spans.length = 0;
    const settleAt = steps(1, 20);
    let asleep = 0;
    const cars = await visit(lab, t.submission, async (park) => {
      const car = async (name: string): Promise<void> => {
        await park.at(steps(0, 3));
        // Who is woken sleeps again at once.
        for (let n = 1; n <= 3; n++) await park.park(name, steps(4, 9));
      };
      for (const name of ['van', 'taxi', 'bus', 'moped', 'lorry']) void car(name);
      await park.at(settleAt);
      asleep = park.asleep;
    });
    if (asleep > 0) claimOneTimer(lab, settleAt, asleep);
    for (const sleep of cars.sleeps.toSorted((a, b) => a.due - b.due)) claimWoken(cars, sleep);
    claimOrder(cars);
    await claimIdle(lab);
  }
});
