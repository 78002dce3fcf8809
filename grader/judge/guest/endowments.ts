import { CheckFailure } from '../../lab/failure.ts';
import { siteText } from '../../lab/outcome.ts';
import type { World } from '../../lab/world.ts';

declare const harden: <T>(value: T) => T;

/** More text than this on the console, in characters, is a flood. */
const MAX_CONSOLE = 1_000_000;

/** A console that keeps nothing: it only notices a flood. */
function createConsole(world: World): object {
  let written = 0;
  const write = (...parts: unknown[]): void => {
    for (const part of parts) {
      written += typeof part === 'string' ? part.length : 100;
    }
    written += 1;
    if (written <= MAX_CONSOLE) return;
    const failure = new CheckFailure(
      `Your code wrote more than ${MAX_CONSOLE / 1e6} million characters to the console. Print less.`,
      'output',
    );
    world.lab?.stop(failure);
    throw failure;
  };
  const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir', 'dirxml'];
  const others = ['assert', 'group', 'groupCollapsed', 'groupEnd', 'count', 'countReset'];
  return Object.fromEntries(
    [...methods, ...others, 'time', 'timeLog', 'timeEnd'].map((name) => [
      name,
      harden(write.bind(undefined)),
    ]),
  );
}

/** `Atomics.wait` would put the judge to sleep. Whoever calls it hears why that is no way to wait. */
function createAtomics(world: World): object {
  const wait = (): never => {
    const { lab, host } = world;
    const sites = host.sitesIn(host.stackOf(new Error('waits here'))).slice(0, 1);
    const places = sites.map((site) => `\nThe call is at:\n  ${siteText(site)}`);
    const sentence =
      `Your code put its only thread to sleep at ${lab?.now ?? 0} ms with Atomics.wait, and nothing else can run ` +
      `meanwhile (a blocked event loop). Await a timer instead.${places.join('')}`;
    lab?.stop(new CheckFailure(sentence, 'blocked'));
    throw new Error(sentence);
  };
  return { wait: wait.bind(undefined) };
}

/** What a submission finds on `globalThis` besides the frozen intrinsics; nothing else of the process is in reach. */
export function createEndowments(world: World): () => object {
  const bound = Object.entries(world.globals).map(([name, value]) => [
    name,
    typeof value === 'function' && !['Date', 'AbortSignal'].includes(name)
      ? value.bind(undefined)
      : value,
  ]);
  // The engine itself makes these errors, and they inherit from the one `Error` that lockdown leaves its powers.
  Object.setPrototypeOf(SuppressedError, Error.prototype.constructor);
  const shared = harden({
    ...Object.fromEntries(bound),
    AbortController,
    Event,
    CustomEvent,
    EventTarget,
    DOMException,
    SuppressedError,
    DisposableStack,
    AsyncDisposableStack,
    WeakRef,
    Atomics: createAtomics(world),
    SharedArrayBuffer: ArrayBuffer,
    queueMicrotask: queueMicrotask.bind(undefined),
    process: { nextTick: process.nextTick.bind(undefined) },
    structuredClone: structuredClone.bind(undefined),
    TextEncoder,
    TextDecoder,
    URL,
    URLSearchParams,
    atob: atob.bind(undefined),
    btoa: btoa.bind(undefined),
  });
  return () => ({ ...shared, console: harden(createConsole(world)) });
}
