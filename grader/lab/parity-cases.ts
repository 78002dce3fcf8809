import type { RealmGlobals } from './realm.ts';

/** What a tiny program may use: the same names natively and in the lab. */
export interface ParityEnv
  extends Pick<
    RealmGlobals,
    | 'setTimeout'
    | 'clearTimeout'
    | 'setInterval'
    | 'clearInterval'
    | 'setImmediate'
    | 'clearImmediate'
    | 'AbortSignal'
  > {
  log: (text: unknown) => void;
  /** `node:timers/promises`. */
  promises: typeof import('node:timers/promises');
}

interface Handle {
  close(): unknown;
  hasRef(): boolean;
  ref(): unknown;
  unref(): unknown;
  refresh(): unknown;
}

const describe = (error: unknown): string => {
  const { name, code, message, cause } = error as Error & { code?: string };
  return `${name} ${code} "${message}" cause ${String(cause)}`;
};

const thrownBy = (run: () => unknown): string => {
  try {
    run();
    return 'nothing';
  } catch (error) {
    return describe(error);
  }
};

/**
 * Tiny programs whose log is the same on every Node and must be the same in the lab. Delays that differ are far enough
 * apart for a real event loop to keep them in order.
 */
export const parityCases: Record<string, (env: ParityEnv) => unknown> = {
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

  async 'AbortSignal.timeout() aborts with a TimeoutError'(env) {
    const signal = env.AbortSignal.timeout(5);
    env.log(signal.aborted);
    const keepAlive = env.setTimeout(() => {}, 30);
    await new Promise((done) => signal.addEventListener('abort', done));
    env.clearTimeout(keepAlive);
    env.log(describe(signal.reason));
    env.log(signal.reason instanceof DOMException);
  },

  'AbortSignal.timeout() refuses what is no delay'(env) {
    for (const delay of [-1, 0.5, 2 ** 32, Number.NaN, '5', undefined]) {
      env.log(thrownBy(() => env.AbortSignal.timeout(delay as never)));
    }
  },

  async 'AbortSignal.any() takes a deadline and a controller'(env) {
    const keepAlive = env.setTimeout(() => {}, 40);
    const either = env.AbortSignal.any([new AbortController().signal, env.AbortSignal.timeout(5)]);
    await new Promise((done) => either.addEventListener('abort', done));
    env.clearTimeout(keepAlive);
    env.log((either.reason as Error).name);
    env.log(describe(env.AbortSignal.abort().reason));
    env.log(env.AbortSignal.abort('why').reason);
    env.log(thrownBy(() => new env.AbortSignal()));
  },

  async 'timers/promises resolve with their value, in the order of their delays'(env) {
    const { setTimeout, setImmediate, scheduler } = env.promises;
    const note = async (promise: Promise<unknown>): Promise<void> => env.log(await promise);
    await Promise.all([
      note(setTimeout(25, 'timeout 25')),
      note(setTimeout(5, 'timeout 5')),
      note(setImmediate('immediate')),
      note(scheduler.wait(45)),
      note(scheduler.yield()),
    ]);
  },

  async 'timers/promises reject with an AbortError of their own'(env) {
    const { setTimeout, setImmediate, setInterval, scheduler } = env.promises;
    const failure = (promise: Promise<unknown>) => promise.then(() => 'resolved', describe);
    const aborting = (): AbortSignal => {
      const controller = new AbortController();
      env.setTimeout(() => controller.abort('why'), 2);
      return controller.signal;
    };
    for (const make of [() => AbortSignal.abort('early'), aborting]) {
      env.log(await failure(setTimeout(50, 1, { signal: make() })));
      env.log(await failure(scheduler.wait(50, { signal: make() })));
      env.log(await failure(setInterval(50, 1, { signal: make() })[Symbol.asyncIterator]().next()));
    }
    env.log(await failure(setImmediate(1, { signal: AbortSignal.abort('early') })));
    const controller = new AbortController();
    const immediate = setImmediate(1, { signal: controller.signal });
    controller.abort(0);
    env.log(await failure(immediate));
  },

  async 'the interval of timers/promises counts ticks that nobody was waiting for'(env) {
    const { setInterval, setTimeout } = env.promises;
    let ticks = 0;
    for await (const value of setInterval(20, 'tick')) {
      ticks += 1;
      env.log(`${value} ${ticks}`);
      if (ticks === 1) await setTimeout(50);
      if (ticks === 4) break;
    }
  },

  async 'the interval of timers/promises hands out its ticks before it reports an abort'(env) {
    const { setInterval, setTimeout } = env.promises;
    const controller = new AbortController();
    const ticks = setInterval(20, 'tick', { signal: controller.signal });
    const next = () => ticks[Symbol.asyncIterator]().next();
    env.log((await next()).value);
    await setTimeout(50);
    controller.abort('why');
    await setTimeout(50);
    for (let i = 0; i < 4; i++) env.log(await next().then(({ value }) => value, describe));
  },

  async 'the interval of timers/promises clears its timer in return()'(env) {
    const ticks = env.promises.setInterval(5, 'tick');
    const iterator = ticks[Symbol.asyncIterator]();
    env.log((await iterator.next()).value);
    env.log(JSON.stringify(await iterator.return?.()));
    env.log(JSON.stringify(await iterator.next()));
  },

  async 'timers/promises refuse wrong options'(env) {
    const { setTimeout, setImmediate, scheduler } = env.promises;
    const code = (run: () => Promise<unknown>): Promise<unknown> =>
      Promise.resolve(run()).then(
        () => 'resolved',
        ({ name, code }) => `${name} ${code}`,
      );
    const wrong = { signal: 'soon' } as never;
    env.log(await code(() => setTimeout(1, 1, wrong)));
    env.log(await code(() => setImmediate(1, wrong)));
    env.log(await code(() => scheduler.wait(1, wrong)));
  },
};
