import timersPromises from 'node:timers/promises';
import type { RealmGlobals } from './realm.ts';

interface Options {
  signal?: AbortSignal;
  ref?: boolean;
}

/** Captured before anything virtual is installed. */
const nativeWait = timersPromises.setTimeout;

/** What is none is handed to `nativeWait`, which refuses it with Node's own error. */
function isSignal(untrusted: unknown): untrusted is AbortSignal | undefined {
  return untrusted === undefined || untrusted instanceof AbortSignal;
}

function abortError(signal: AbortSignal): Error {
  const error = new Error('The operation was aborted', { cause: signal.reason });
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' });
}

/** What these functions need of a handle. */
interface Handle {
  unref(): unknown;
}

/** Waits with `arm`; an abort takes the timer back with `disarm` and rejects like Node does. */
function waitFor<T>(
  arm: (done: () => void) => unknown,
  disarm: (handle: unknown) => void,
  value: T,
  { signal, ref = true }: Options,
): Promise<T> {
  if (!isSignal(signal)) return nativeWait(1, value, { signal });
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
    if (!ref) (handle as Handle).unref();
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/** `node:timers/promises` on virtual time, with Node's own abort errors. */
export function createTimersPromises(globals: RealmGlobals): object {
  const wait = <T>(ms?: number, value?: T, options: Options = {}): Promise<T> =>
    waitFor((done) => globals.setTimeout(done, ms), globals.clearTimeout, value as T, options);
  const nextImmediate = <T>(value?: T, options: Options = {}): Promise<T> =>
    waitFor((done) => globals.setImmediate(done), globals.clearImmediate, value as T, options);

  async function* every<T>(
    ms?: number,
    value?: T,
    { signal, ref = true }: Options = {},
  ): AsyncGenerator<T> {
    if (!isSignal(signal)) await nativeWait(1, undefined, { signal });
    if (signal?.aborted) throw abortError(signal);
    let due = 0;
    let wake = (): void => {};
    const handle = globals.setInterval(() => {
      due += 1;
      wake();
    }, ms);
    if (!ref) (handle as Handle).unref();
    const onAbort = (): void => {
      globals.clearInterval(handle);
      wake();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      while (!signal?.aborted) {
        if (due === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        // Ticks that came before an abort are handed out first, like Node does.
        for (; due > 0; due--) yield value as T;
      }
      throw abortError(signal);
    } finally {
      globals.clearInterval(handle);
      signal?.removeEventListener('abort', onAbort);
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
