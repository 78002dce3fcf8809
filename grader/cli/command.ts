import { wrap } from '../report/wrap.ts';
import { type Io, pageWidth } from './io.ts';

/** What every command promises: 0 passed, 1 failed checks, 2 usage or broken set-up. */
export type Command = (args: string[], io: Io) => Promise<number>;

/** Something to put right before the command can work; its message says what, and how. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Makes a command of a function that may throw `UsageError`; whatever follows `io` is there for
 * tests.
 */
export function command<Tools extends unknown[]>(
  run: (args: string[], io: Io, ...tools: Tools) => number | Promise<number>,
): (args: string[], io: Io, ...tools: Tools) => Promise<number> {
  return async (args, io, ...tools) => {
    try {
      return await run(args, io, ...tools);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      io.err(`${wrap(error.message, pageWidth(io))}\n`);
      return 2;
    }
  };
}
