import { describe, type ParityEnv, thrownBy } from './parity-env.ts';

/** Like `timerCases`, for signals and promises. */
export const waitCases: Record<string, (env: ParityEnv) => unknown> = {
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
