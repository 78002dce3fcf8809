import { todo } from '#course';

/** The time that a loop lives in, in ms. It moves while a callback works, and while the loop sleeps. */
export interface Clock {
  now(): number;
  /** Stands still until the time is `ms`, or a little later; returns at once when it is that late already. */
  sleepUntil(ms: number): void;
}

/** One callback that was handed to a loop, once: a function handed over twice has two handles. */
export interface Handle {
  /** The callback will not be run. Changes nothing when it has been run or cancelled before. */
  cancel(): void;
}

export interface Loop {
  /** Hands over a callback for the next turn. */
  callSoon(callback: () => void): Handle;
  /** Hands over a callback that is due `delayMs` from now, 0 or more. It is never run before that. */
  callLater(delayMs: number, callback: () => void): Handle;
  /** Takes one turn after the other until no callback is left, and returns. May be called again later. */
  run(): void;
}

/**
 * Makes an event loop like that of asyncio, on a clock of its own. Only `run` runs callbacks. This is one turn:
 *
 * 1. When no callback of `callSoon` waits, the loop sleeps until the first deadline. When one waits, it does not call
 *    `sleepUntil` at all. It never asks the clock in circles, and never sleeps for a cancelled callback.
 * 2. The callbacks that are due by now line up behind those of `callSoon`: first deadline first, and of equal deadlines
 *    the one that was handed over first.
 * 3. All that stand in line now are run, one after the other, except those that have been cancelled by then. What they
 *    hand over waits for a later turn.
 *
 * @param onError called with what a callback throws, that very value; the loop goes on with the next callback
 */
export function createLoop(clock: Clock, onError: (error: unknown) => void): Loop {
  todo();
}
