import { type Handle, type ParityEnv, thrownBy } from './parity-env.ts';

/**
 * Tiny programs whose log is the same on every Node and must be the same in the lab. Delays that differ are far enough
 * apart for a real event loop to keep them in order.
 */
export const timerCases: Record<string, (env: ParityEnv) => unknown> = {
  'an interval is armed again after its callback, behind what the callback armed'(env) {
    let runs = 0;
    const interval = env.setInterval(() => {
      runs += 1;
      env.log(`interval ${runs}`);
      if (runs === 1) env.setTimeout(() => env.log('timeout of the first call'), 10);
      else env.clearInterval(interval);
    }, 10);
  },

  'a timer cleared by another one that is due at the same time does not fire'(env) {
    env.setTimeout(() => env.clearTimeout(second), 5);
    const second = env.setTimeout(() => env.log('second'), 5);
    env.setTimeout(() => env.log('third'), 5);
  },

  'an interval that clears itself while it runs fires no more'(env) {
    const interval = env.setInterval(() => {
      env.log('once');
      env.clearInterval(interval);
    }, 5);
    env.setTimeout(() => env.log('later'), 40);
  },

  'clearing a timer while it runs takes nothing back, also not what refresh armed before'(env) {
    let runs = 0;
    const timer = env.setTimeout(() => {
      runs += 1;
      env.log(`run ${runs}`);
      timer.refresh();
      env.clearTimeout(timer);
    }, 5) as Handle;
  },

  'refresh() starts the delay again'(env) {
    const timer = env.setTimeout(() => env.log('refreshed'), 30) as Handle;
    env.setTimeout(() => timer.refresh(), 15);
    env.setTimeout(() => env.log('35 ms later'), 35);
  },

  'refresh() after firing fires once more, after clearing never'(env) {
    const fired = env.setTimeout(() => env.log('fired'), 2) as Handle;
    const cleared = env.setTimeout(() => env.log('cleared'), 2) as Handle;
    env.clearTimeout(cleared);
    cleared.refresh();
    env.setTimeout(() => fired.refresh(), 20);
  },

  'refresh() in the callback of an interval fires it once per period'(env) {
    let runs = 0;
    const interval = env.setInterval(() => {
      runs += 1;
      env.log(`run ${runs}`);
      interval.refresh();
      if (runs === 3) interval.close();
    }, 10) as Handle;
  },

  'a callback is called on its handle, with the extra arguments'(env) {
    const noting = (name: string) =>
      function noted(this: unknown, ...args: unknown[]): void {
        env.log(`${name} ${this === handles[name]} ${args.join()}`);
        if (name === 'interval') env.clearInterval(this);
      };
    const handles: Record<string, unknown> = {
      timeout: env.setTimeout(noting('timeout'), 2, 'a', 'b'),
      interval: env.setInterval(noting('interval'), 20, 1),
      immediate: env.setImmediate(noting('immediate'), true),
    };
  },

  'what is no function is refused when it is set'(env) {
    for (const untrusted of [undefined, null, 5, 'code', {}]) {
      const callback = untrusted as never;
      env.log(thrownBy(() => env.setTimeout(callback, 1)));
      env.log(thrownBy(() => env.setInterval(callback, 1)));
      env.log(thrownBy(() => env.setImmediate(callback)));
    }
  },

  'a delay that is no number counts as 1 ms, a text as its number'(env) {
    for (const delay of [1, 0, -5, Number.NaN, undefined, null, {}, 'x', 2 ** 31, 1.9, '1', []]) {
      env.setTimeout(() => env.log(String(delay)), delay);
    }
    env.setTimeout(() => env.log('text 20'), '20');
  },

  'a symbol or a bigint is no delay'(env) {
    for (const delay of [Symbol('soon'), 5n]) {
      env.log(thrownBy(() => env.setTimeout(() => {}, delay)));
    }
  },

  'clearing takes a handle, its number or the text of its number, and ignores the rest'(env) {
    const name = (text: string) => env.setTimeout(() => env.log(text), 2);
    env.clearTimeout(Number(name('by number')));
    env.clearTimeout(String(Number(name('by text'))));
    env.clearInterval(name('as an interval'));
    for (const nothing of [undefined, null, {}, 'x', Number.NaN, -1]) env.clearTimeout(nothing);
    for (const nothing of [undefined, null]) env.clearImmediate(nothing);
    name('not cleared');
  },

  'clearTimeout() does not clear an immediate'(env) {
    env.clearTimeout(env.setImmediate(() => env.log('immediate')));
  },

  'an immediate cleared by another one of the same batch does not run'(env) {
    env.setImmediate(() => env.clearImmediate(second));
    const second = env.setImmediate(() => env.log('second'));
    env.setImmediate(() => env.log('third'));
  },

  'an immediate set by an immediate waits for the next turn of the loop'(env) {
    env.setImmediate(() => {
      env.log('first');
      env.setImmediate(() => env.log('nested'));
    });
    env.setImmediate(() => env.log('second'));
  },

  'nextTick, then microtasks, both emptied between two callbacks'(env) {
    const fork = (name: string): void => {
      env.log(name);
      queueMicrotask(() => {
        env.log(`${name} microtask`);
        process.nextTick(() => env.log(`${name} tick of the microtask`));
      });
      process.nextTick(() => {
        env.log(`${name} tick`);
        queueMicrotask(() => env.log(`${name} microtask of the tick`));
      });
    };
    for (const name of ['a', 'b']) env.setTimeout(() => fork(name), 3);
    for (const name of ['c', 'd']) env.setTimeout(() => env.setImmediate(() => fork(name)), 30);
  },

  'in a timer an immediate comes before any other timer'(env) {
    env.setTimeout(() => {
      env.setTimeout(() => env.log('timeout 0'), 0);
      env.setImmediate(() => env.log('immediate'));
    }, 2);
  },

  'a timer that throws is reported, and the others go on'(env) {
    let runs = 0;
    env.setTimeout(() => {
      throw new Error('in a timeout');
    }, 2);
    env.setTimeout(() => env.log('the next timeout'), 2);
    const interval = env.setInterval(() => {
      runs += 1;
      if (runs === 2) env.clearInterval(interval);
      throw new Error(`in an interval, ${runs}`);
    }, 20);
    env.setImmediate(() => {
      throw new Error('in an immediate');
    });
    env.setImmediate(() => env.log('the next immediate'));
  },

  'handles tell whether they keep the process alive'(env) {
    const timer = env.setTimeout(() => {}, 2) as Handle;
    env.log([timer.hasRef(), timer.unref() === timer, timer.hasRef(), timer.ref() === timer]);
    env.log([timer.hasRef(), timer.refresh() === timer, timer.close() === timer]);
    const immediate = env.setImmediate(() => {}) as Handle;
    env.log([immediate.hasRef(), immediate.unref() === immediate, immediate.hasRef()]);
    env.log([immediate.ref() === immediate, immediate.hasRef()]);
  },

  'a handle can be disposed of'(env) {
    for (const set of [env.setTimeout, env.setInterval, env.setImmediate]) {
      (set(() => env.log('disposed'), 1) as Disposable)[Symbol.dispose]();
    }
    env.setTimeout(() => env.log('kept'), 2);
  },
};
