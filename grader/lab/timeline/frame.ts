import type { Axis } from './axis.ts';
import type { Glyphs } from './glyphs.ts';
import { columnsOf, pad, wrap } from './plain-text.ts';

/** Where the parts of a text timeline stand: names, then the axis, then words, all in columns. */
export interface Frame {
  readonly axis: Axis;
  readonly glyphs: Glyphs;
  /** Columns of the names, with the blank after them. */
  readonly gutter: number;
  /** Columns of the longest line. */
  readonly width: number;
}

/** A named row; the words after it go to lines of their own when they do not fit. */
export function labelledRow(name: string, row: string, words: string, frame: Frame): string[] {
  const bare = (pad(name, frame.gutter) + row).trimEnd();
  const line = `${pad(name, frame.gutter)}${row} ${words}`.trimEnd();
  if (columnsOf(line) <= frame.width) return [line];
  return [bare, ...labelledText('', words.trim(), frame)];
}

/** A named text that wraps beside its name. */
export function labelledText(name: string, text: string, frame: Frame): string[] {
  return wrap(text, frame.width - frame.gutter).map((line, index) =>
    `${pad(index === 0 ? name : '', frame.gutter)}${line}`.trimEnd(),
  );
}
