import { CheckFailure } from '../../lab/failure.ts';
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
  const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir', 'group'];
  return Object.fromEntries(
    [...methods, 'groupEnd', 'time', 'timeEnd', 'assert', 'count'].map((name) => [
      name,
      harden(write.bind(undefined)),
    ]),
  );
}

/** What a submission finds on `globalThis` besides the frozen intrinsics; nothing else of the process is in reach. */
export function createEndowments(world: World): () => object {
  const bound = Object.entries(world.globals).map(([name, value]) => [
    name,
    typeof value === 'function' && !['Date', 'AbortSignal'].includes(name)
      ? value.bind(undefined)
      : value,
  ]);
  const shared = harden({
    ...Object.fromEntries(bound),
    AbortController,
    Event,
    EventTarget,
    DOMException,
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
