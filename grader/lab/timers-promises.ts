import type { RealmGlobals } from './realm.ts';

interface Options {
  signal?: AbortSignal;
}

function abortError(signal: AbortSignal): Error {
  const error = new Error('The operation was aborted', { cause: signal.reason });
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' });
}

/** Waits with `arm`; an abort takes the timer back with `disarm` and rejects like Node does. */
function waitFor<T>(
  arm: (done: () => void) => unknown,
  disarm: (handle: unknown) => void,
  value: T,
  { signal }: Options,
): Promise<T> {
  if (signal?.aborted) return Promise.reject(abortError(signal));
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      disarm(handle);
      reject(abortError(signal as AbortSignal));
    };
    const handle = arm(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve(value);
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/** `node:timers/promises` on virtual time, with Node's own abort errors. */
export function createTimersPromises(globals: RealmGlobals): object {
  const wait = <T>(ms?: number, value?: T, options: Options = {}): Promise<T> =>
    waitFor(
      (done) => globals.setTimeout(done, ms),
      globals.clearTimeout,
      value as T,
      options,
    );
  const nextImmediate = <T>(value?: T, options: Options = {}): Promise<T> =>
    waitFor((done) => globals.setImmediate(done), globals.clearImmediate, value as T, options);

  async function* every<T>(ms?: number, value?: T, options: Options = {}): AsyncGenerator<T> {
    let due = 0;
    const waiting: (() => void)[] = [];
    const handle = globals.setInterval(() => {
      due += 1;
      waiting.shift()?.();
    }, ms);
    const onAbort = (): void => waiting.shift()?.();
    options.signal?.addEventListener('abort', onAbort, { once: true });
    try {
      for (;;) {
        if (options.signal?.aborted) throw abortError(options.signal);
        if (due === 0) await new Promise<void>((wake) => waiting.push(wake));
        else {
          due -= 1;
          yield value as T;
        }
      }
    } finally {
      globals.clearInterval(handle);
      options.signal?.removeEventListener('abort', onAbort);
    }
  }

  return {
    setTimeout: wait,
    setImmediate: nextImmediate,
    setInterval: every,
    scheduler: {
      wait: (ms: number, options?: Options) => wait(ms, undefined, options),
      yield: () => nextImmediate(),
    },
  };
}
