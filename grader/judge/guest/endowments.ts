import { createHash } from 'node:crypto';
import { CheckFailure } from '../../lab/failure.ts';
import { siteText } from '../../lab/outcome.ts';
import { createRandom, type Random } from '../../lab/random.ts';
import type { World } from '../../lab/world.ts';
import { GuestTextDecoder } from './text-decoder.ts';
import { createTimers, hardenTimers } from './timers.ts';

declare const harden: <T>(value: T) => T;

/** More text than this on the console, in characters, is a flood. */
const MAX_CONSOLE = 1_000_000;

/** A console that keeps nothing: it only notices when one lab's run is a flood. */
function createConsole(world: World): object {
  let written = 0;
  let { lab } = world;
  const write = (...parts: unknown[]): void => {
    if (lab !== world.lab) {
      ({ lab } = world);
      written = 0;
    }
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
    // Not the failure itself: who holds it could change what will be reported.
    throw new Error(failure.message);
  };
  const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir', 'dirxml'];
  const others = ['assert', 'group', 'groupCollapsed', 'groupEnd', 'count', 'countReset'];
  return Object.fromEntries(
    [...methods, ...others, 'time', 'timeLog', 'timeEnd'].map((name) => [
      name,
      write.bind(undefined),
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

/**
 * `Math` with dice of its own for each lab, repeatable like the lab's. A few of their throws tell the seed that they come
 * from, so it is a hash: the check's own inputs come from the seed behind it.
 */
function createMath(world: World): Math {
  const dice = new WeakMap<object, Random>();
  const throwDice = (): number => {
    const { lab = world } = world;
    let random = dice.get(lab);
    if (!random) {
      const seed = createHash('sha256').update(String(world.globals.Math.random())).digest();
      random = createRandom(seed.readInt32LE());
      dice.set(lab, random);
    }
    return random.next();
  };
  const math = Object.create(
    Object.prototype,
    Object.getOwnPropertyDescriptors(world.globals.Math),
  );
  return Object.defineProperty(math, 'random', { value: throwDice.bind(undefined) });
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
    Math: createMath(world),
    console: createConsole(world),
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
    TextDecoder: GuestTextDecoder,
    URL,
    URLSearchParams,
    atob: atob.bind(undefined),
    btoa: btoa.bind(undefined),
  });
  hardenTimers();
  return () => ({ ...shared, ...createTimers(world) });
}
