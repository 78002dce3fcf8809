import type { SpanStatus } from '../trace.ts';

/** The characters a timeline is drawn with; each is one column wide, or empty. */
export interface Glyphs {
  readonly axis: string;
  readonly tick: string;
  readonly start: string;
  readonly bar: string;
  readonly ends: Readonly<Record<SpanStatus, string>>;
  /** One bar ends and the next one starts. */
  readonly touch: string;
  /** A bar too short to have two ends. */
  readonly instant: string;
  readonly workStart: string;
  readonly work: string;
  readonly workEnd: string;
  /** Something hidden was in flight. */
  readonly hidden: string;
  readonly none: string;
  readonly mark: string;
  readonly dash: string;
  readonly ellipsis: string;
}

export const UNICODE: Glyphs = {
  axis: '─',
  tick: '┼',
  start: '├',
  bar: '─',
  ends: { ok: '┤', failed: '✗', aborted: '⊘', running: '▸' },
  touch: '┼',
  instant: '│',
  workStart: '▐',
  work: '█',
  workEnd: '▌',
  hidden: '┄',
  none: '·',
  mark: '▲',
  dash: '—',
  ellipsis: '…',
};

export const ASCII: Glyphs = {
  axis: '-',
  tick: '+',
  start: '|',
  bar: '=',
  ends: { ok: '|', failed: 'x', aborted: '/', running: '>' },
  touch: '|',
  instant: '|',
  workStart: '|',
  work: '#',
  workEnd: '|',
  hidden: '~',
  none: '.',
  mark: '^',
  dash: '-',
  ellipsis: '...',
};
