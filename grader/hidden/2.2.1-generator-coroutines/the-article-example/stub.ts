import { todo } from '#course';

/** Takes one line of output, like Python's `print`. */
export type Print = (line: string) => void;

/**
 * The Python generator of the statement.
 *
 * It prints `Start coroutine`. For each whole number from 0 on, `rounds` of them, it gives the number out, and prints
 * `Received: …` with what is sent back. After the last round it prints `End coroutine`; a coroutine that is closed
 * before, with `return()`, prints nothing more. Nothing runs before the first `next`.
 */
export function coroutine(rounds: number, print: Print): Generator<number, void, unknown> {
  todo();
}

/**
 * The Python function `drive` of the statement, for any coroutine of that kind that has not been started.
 *
 * It prints each number that comes out as a line of its own, and sends the values, whatever they are (`undefined` too),
 * one in answer to each number. It stops when the values are used up or the coroutine has ended; the end is no number
 * and is not printed. A coroutine that has not ended stays suspended.
 *
 * @returns what the last `next` returned: `{ value, done: true }` where Python raises `StopIteration`
 */
export function drive(
  coroutine: Generator<number, unknown, unknown>,
  values: readonly unknown[],
  print: Print,
): IteratorResult<number, unknown> {
  todo();
}

/** How many numbers come out of `rounds` rounds when `sent` values are there to be sent: a formula, nothing is run. */
export function predictNumbers(rounds: number, sent: number): number {
  todo();
}
