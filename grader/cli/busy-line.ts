import { width } from '../report/width.ts';
import { type Io, isFancy } from './io.ts';

const SHOW_AFTER_MS = 2_000;
const TICK_MS = 1_000;

/** The timers that the line needs; tests bring their own. */
export type Timers = Pick<typeof globalThis, 'setInterval' | 'clearInterval'>;

/** One line that appears when work takes long, and leaves no trace. */
export interface BusyLine {
  /** Makes room for other text; the line comes back with the next tick. */
  hide(): void;
  stop(): void;
}

/** Shows `text(seconds)` from the third second on, on a terminal that can erase it again. */
export function busyLine(
  io: Io,
  text: (seconds: number) => string,
  timers: Timers = globalThis,
): BusyLine {
  let elapsedMs = 0;
  let isShown = false;
  const hide = () => {
    if (isShown) io.err('\r\x1b[2K');
    isShown = false;
  };
  const tick = () => {
    elapsedMs += TICK_MS;
    const line = text(Math.round(elapsedMs / 1_000));
    // A line that wraps could not be erased.
    if (elapsedMs < SHOW_AFTER_MS || width(line) >= io.columns) return;
    hide();
    io.err(line);
    isShown = true;
  };
  const timer = isFancy(io) ? timers.setInterval(tick, TICK_MS) : undefined;
  return {
    hide,
    stop() {
      timers.clearInterval(timer);
      hide();
    },
  };
}
