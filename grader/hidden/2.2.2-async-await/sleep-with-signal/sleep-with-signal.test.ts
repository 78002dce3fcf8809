import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/2.2.2-async-await/sleep-with-signal/sleep-with-signal.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';

const test = checksFor<typeof Solution>('sleep-with-signal');

/** Moments at which no one who looks at the signal every so many whole ms happens to look. */
const ODD_MOMENTS = [53.5, 71.5, 97.5, 113.5, 139.5, 173.5];

interface Bedroom {
  lab: Lab;
  submission: typeof Solution;
}

/** Calls `sleep` and draws the sleep as a span of the timeline. */
function fallAsleep({ lab, submission }: Bedroom, ms: number, signal?: AbortSignal): Tracked {
  const sleep = lab.track(start(submission, ms, signal));
  const span = lab.trace.begin(`sleep ${ms}`, 'operation', [ms], lab.now);
  void sleep.done.then(() => {
    span.end = sleep.at;
    span.status = sleep.status === 'fulfilled' ? 'ok' : 'aborted';
  });
  return sleep;
}

function start(submission: typeof Solution, ms: number, signal?: AbortSignal): unknown {
  try {
    return signal ? submission.sleep(ms, signal) : submission.sleep(ms);
  } catch (error) {
    const { message } = error as Error;
    claim(
      false,
      `Your function threw "${message}" while it was being called: return a promise that rejects, so that a caller finds every failure in one place.`,
    );
  }
}

test('without a signal it resolves with nothing after the given time', async (t) => {
  const ms = t.lab.random.int(20, 900);
  const sleep = await t.lab.run(() => t.submission.sleep(ms));
  t.expect(sleep).toFulfil(undefined, 'the signal is optional, and a sleep has no result');
  t.expect(sleep).toFinishAt(ms, 'a sleep lasts as long as it was told to');
});

test('a signal that nobody aborts changes nothing', async (t) => {
  const ms = t.lab.random.int(20, 900);
  const { signal } = t.lab.abortController();
  const sleep = await t.lab.run(() => t.submission.sleep(ms, signal));
  t.expect(sleep).toFulfil(undefined, 'nobody aborted, so the sleep ends like any other');
  t.expect(sleep).toFinishAt(ms, 'a sleep lasts as long as it was told to');
});

test('an abort ends the sleep at that moment', { weight: 2 }, async (t) => {
  const abortAt = t.lab.random.pick(ODD_MOMENTS);
  const reason = new Error('the shop closes');
  const shop = t.lab.abortController();
  void t.lab.abortAt(abortAt, shop, reason);
  let sleep: Tracked | undefined;
  await t.lab.run(() => {
    sleep = fallAsleep(t, t.lab.random.int(200, 400), shop.signal);
    return sleep.done;
  });
  t.expect(sleep as Tracked).toRejectWith(reason, 'the caller must learn that it was woken early');
  t.expect(sleep as Tracked).toFinishAt(abortAt, 'listen to the signal while you wait');
});

test('an abort takes the timer back, so that it keeps no process alive', async (t) => {
  const shop = t.lab.abortController();
  void t.lab.abortAt(t.lab.random.int(20, 200), shop, new Error('the shop closes'));
  await t.lab.run(() => fallAsleep(t, 60_000, shop.signal).done);
  const [timer] = t.lab.leftovers.timers;
  claim(
    timer === undefined,
    `After the abort your timer of ${timer?.ms} ms was still armed, and Node waits for it before it ends: take it back with clearTimeout.`,
  );
});

test('an already aborted signal rejects at once, by the promise, without a timer', {
  weight: 2,
}, async (t) => {
  const called = t.lab.random.int(10, 50);
  const reason = new Error('the shop is closed');
  const shop = t.lab.abortController();
  shop.abort(reason);
  let sleep: Tracked | undefined;
  await t.lab.run(async () => {
    await t.lab.at(called);
    sleep = fallAsleep(t, 300, shop.signal);
    await sleep.done;
  });
  t.expect(sleep as Tracked).toFinishAt(
    called,
    'an abort is announced once and not repeated for those who come later, so look at signal.aborted before you wait',
  );
  t.expect(sleep as Tracked).toRejectWith(reason, 'a sleep that may not begin is not over');
  const [timer] = t.lab.leftovers.timers;
  claim(
    timer === undefined,
    `The signal was aborted before the call, and yet a timer of ${timer?.ms} ms stayed armed: after reject() your code goes on, so return.`,
  );
});

test('many sleeps on one signal leave no listener behind', { weight: 2 }, async (t) => {
  const count = t.lab.random.int(5, 12);
  const { signal } = t.lab.abortController();
  await t.lab.run(async () => {
    for (let i = 0; i < count; i++) await fallAsleep(t, 20, signal).done;
  });
  const { listeners } = t.lab.leftovers;
  claim(
    listeners === 0,
    `After ${count} finished sleeps, the signal still has abort listeners: ${listeners}. It lives as long as the shop is open, so remove the listener when the time is up (removing takes the same function that was added).`,
  );
  t.expect(t.lab).toLeaveNothingBehind('a sleep that is over needs no timer');
});

test('the reason is handed on as it is: an error, a text, 0, null, or the default one', async (t) => {
  const reasons = t.lab.random.shuffle([new TypeError('paper jam'), 'closing time', 0, null]);
  for (const reason of [...reasons, undefined]) {
    for (const before of [false, true]) {
      const shop = t.lab.abortController();
      if (before) shop.abort(reason);
      else void t.lab.abortAt(t.lab.now + 30, shop, reason);
      let sleep: Tracked | undefined;
      await t.lab.run(() => {
        sleep = fallAsleep(t, 100, shop.signal);
        return sleep.done;
      });
      t.expect(sleep as Tracked).toRejectWith(
        shop.signal.reason,
        `the abort came ${before ? 'before the call' : 'during the sleep'}, and whoever aborts decides what the reason is: ` +
          'hand on signal.reason, and ask only signal.aborted whether there was an abort',
      );
    }
  }
});

test('all sleeps on one signal end at the abort, other listeners are left alone', {
  weight: 2,
}, async (t) => {
  const reason = new Error('the shop closes');
  const shop = t.lab.abortController();
  let lightsOut = 0;
  shop.signal.onabort = () => {
    lightsOut += 1;
  };
  void t.lab.abortAt(211.5, shop, reason);
  // Two are over before the abort: they must not take the others' listeners along.
  const times = [50, 300, 100, 400, 500];
  const sleeps: Tracked[] = [];
  await t.lab.run(async () => {
    for (const ms of times) sleeps.push(fallAsleep(t, ms + t.lab.random.int(0, 20), shop.signal));
    await Promise.all(sleeps.map(({ done }) => done));
  });
  claim(
    lightsOut === 1,
    `The till has a handler in signal.onabort, and at the abort it was called ${lightsOut} times instead of once: the property holds one handler for everybody, so add a listener of your own.`,
  );
  for (const [i, sleep] of sleeps.entries()) {
    if ((times[i] as number) < 211.5) {
      t.expect(sleep).toFulfil(undefined, 'its time was up before the abort');
    } else {
      t.expect(sleep).toRejectWith(
        reason,
        'one signal ends all who sleep on it, so every sleep needs a listener of its own, and none may stop the event',
      );
      t.expect(sleep).toFinishAt(211.5, 'all of them wake at the abort');
    }
  }
});

test('an abort leaves the sleeps alone that do not listen to it', async (t) => {
  const shop = t.lab.abortController();
  const neighbour = t.lab.abortController();
  const abortAt = t.lab.random.int(50, 150);
  const others = [neighbour.signal, undefined].map((signal) => ({
    signal,
    ms: t.lab.random.int(200, 900),
  }));
  void t.lab.abortAt(abortAt, shop, new Error('the shop closes'));
  const sleeps: Tracked[] = [];
  await t.lab.run(
    async () => {
      const own = fallAsleep(t, 1000, shop.signal);
      for (const { ms, signal } of others) sleeps.push(fallAsleep(t, ms, signal));
      await Promise.all([own, ...sleeps].map(({ done }) => done));
    },
    { mayHang: true },
  );
  for (const [i, { ms, signal }] of others.entries()) {
    const sleep = sleeps[i] as Tracked;
    const which = signal ? 'the signal of another shop' : 'no signal';
    claim(
      sleep.status === 'fulfilled' && sleep.at === ms,
      `A sleep of ${ms} ms with ${which} ${sleep.status === 'pending' ? 'never ended' : `ended at ${sleep.at} ms`}, because ` +
        `at ${abortAt} ms a signal was aborted that another sleep had been given: what one call sets, its timer and its ` +
        'listener, must be kept in variables of that call.',
    );
  }
});

test('an abort after the end changes nothing', async (t) => {
  const ms = t.lab.random.int(20, 100);
  const shop = t.lab.abortController();
  let sleep: Tracked | undefined;
  await t.lab.run(async () => {
    sleep = fallAsleep(t, ms, shop.signal);
    await sleep.done;
    await t.lab.abortAt(ms + 50, shop, new Error('the shop closes'));
    await t.lab.at(ms + 100);
  });
  t.expect(sleep as Tracked).toFulfil(undefined, 'the time was up before the abort');
  t.expect(sleep as Tracked).toFinishAt(ms, 'a sleep lasts as long as it was told to');
});

test('a sleep under way keeps the process alive', async (t) => {
  const { signal } = t.lab.abortController();
  await t.lab.run(() => {
    fallAsleep(t, t.lab.random.int(50, 500), signal);
  });
  claim(
    t.lab.leftovers.timers.length > 0,
    'While your sleep was under way, no timer of yours kept the process alive: if nothing else goes on, Node ends in the middle of the sleep. The deadline of AbortSignal.timeout and a timer after unref() do not count; use a plain setTimeout.',
  );
});

test('a print queue that sleeps between its polls stops when the shop closes', async (t) => {
  const pause = t.lab.random.int(45, 60);
  const closing = 2 * (pause + 10) + 10 + 37.5;
  const shop = t.lab.abortController();
  const reason = new Error('the shop closes');
  const poll = t.lab.operation('poll', { takes: 10 });
  void t.lab.abortAt(closing, shop, reason);
  let stopped = -1;
  await t.lab.run(async () => {
    for (let polls = 0; polls < 10; polls++) {
      await poll();
      const sleep = fallAsleep(t, pause, shop.signal);
      await sleep.done;
      if (sleep.status === 'rejected') break;
    }
    stopped = t.lab.now;
  });
  t.expect(t.lab.trace).toStartAt(
    'poll',
    [0, pause + 10, 2 * (pause + 10)],
    `it polls, sleeps ${pause} ms and polls again, and after closing time at ${closing} ms it must not poll any more`,
  );
  claim(
    stopped === closing,
    `The shop closed at ${closing} ms, and the queue stopped at ${stopped} ms: an abort has to end the sleep at once.`,
  );
});

test('whichever comes first decides, the time or the abort', async (t) => {
  await t.lab.explore(async (lab) => {
    const reason = new Error('the shop closes');
    const shop = lab.abortController();
    const close = lab.operation('close the shop', { takes: 100 });
    const sleeps: Tracked[] = [];
    let over: boolean[] = [];
    await lab.run(async () => {
      const bedroom = { lab, submission: t.submission };
      for (const ms of [50, 100, 150]) sleeps.push(fallAsleep(bedroom, ms, shop.signal));
      await close();
      over = sleeps.map(({ status }) => status !== 'pending');
      shop.abort(reason);
      await Promise.all(sleeps.map(({ done }) => done));
    });
    for (const [i, sleep] of sleeps.entries()) {
      if (over[i]) t.expect(sleep).toFulfil(undefined, 'its time was up before the abort');
      else t.expect(sleep).toRejectWith(reason, 'it was still asleep at the abort');
    }
  });
});
