import { styleText } from 'node:util';
import type { Language } from '../course/catalogue.ts';

/**
 * The world of one command: all that it may read from, and write to, outside the course's files.
 */
export interface Io {
  /** Writes to standard output as it is; nothing adds a line end. */
  out(text: string): void;
  /** Writes to standard error. */
  err(text: string): void;
  env: Record<string, string | undefined>;
  isTty: boolean;
  columns: number;
  /** Where the learner typed the command. */
  cwd: string;
  language: Language;
  /** The course's folder. */
  root: string;
  /** Aborts when the learner presses Ctrl-C. */
  signal?: AbortSignal;
}

/** Tells whether the output may hold colours and lines that are drawn again. */
export function isFancy(io: Io): boolean {
  return io.isTty && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
}

/** Tells whether the terminal shows nothing but ASCII. */
export function isAscii(io: Io): boolean {
  const locale = io.env.LC_ALL || io.env.LC_CTYPE || io.env.LANG || '';
  return io.env.TERM === 'dumb' || locale === 'C' || locale === 'POSIX';
}

/** How wide a page of text is; longer lines are hard to read. */
export function pageWidth(io: Io): number {
  return Math.min(Math.max(io.columns, 40), 100);
}

/** Colours text for a terminal that wants it. */
export function paint(io: Io, format: Parameters<typeof styleText>[0], text: string): string {
  return isFancy(io) ? styleText(format, text, { validateStream: false }) : text;
}
