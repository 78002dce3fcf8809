import type { Mark } from '../trace.ts';
import { formatTime } from './axis.ts';
import type { Frame } from './frame.ts';
import { columnsOf, plain, wrap } from './plain-text.ts';

const MAX_MARKS = 12;

/** Points at the column of each mark from below, in order of time. */
export function markLines(marks: readonly Mark[], frame: Frame): string[] {
  const sorted = marks.toSorted((a, b) => a.at - b.at);
  const lines = sorted.slice(0, MAX_MARKS).flatMap((mark) => linesOf(mark, frame));
  const hidden = marks.length - MAX_MARKS;
  return hidden > 0 ? [...lines, `+${hidden} more marks`] : lines;
}

/** The text stands right of its arrow, or left where it fits only there. */
function linesOf(mark: Mark, { axis, glyphs, gutter, width }: Frame): string[] {
  const arrow = gutter + axis.column(mark.at);
  const text = `${formatTime(mark.at)} ${plain(mark.text)}`;
  const columns = columnsOf(text);
  const right = width - arrow - 2;
  const left = arrow - 1;
  if (columns <= right || (columns > left && right >= left)) {
    return wrap(text, right).map((line, index) =>
      index === 0 ? `${' '.repeat(arrow)}${glyphs.mark} ${line}` : ' '.repeat(arrow + 2) + line,
    );
  }
  const lines = wrap(text, left);
  const block = lines.reduce((widest, line) => Math.max(widest, columnsOf(line)), 0);
  return lines.map((line, index) => {
    const shifted = ' '.repeat(left - block) + line;
    const blank = ' '.repeat(block - columnsOf(line) + 1);
    return index === 0 ? shifted + blank + glyphs.mark : shifted;
  });
}
