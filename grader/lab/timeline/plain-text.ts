/** Code points that terminals draw two columns wide: East Asian wide and full width, emoji. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1faff],
  [0x20000, 0x3fffd],
];
const EMOJI = /\p{Emoji_Presentation}/u;
const COMBINING = /[\p{Mn}\p{Me}]/u;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;
const BLANK = /[\t\n\v\f\r\u0085\u2028\u2029]/g;
/** Controls, formatting (bidi, zero width), variation selectors, and what XML forbids. */
const INVISIBLE = /\p{Cc}|\p{Cf}|[\ufe00-\ufe0f]|[\ufffe\uffff]/gu;

/** Makes a text safe to print on one line: nothing invisible, no lone surrogate. */
export function plain(text: string): string {
  return text.toWellFormed().replace(BLANK, ' ').replace(INVISIBLE, '');
}

/** How many columns a terminal needs for a plain text. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += characterColumns(character);
  return columns;
}

function characterColumns(character: string): number {
  if (character <= '\u02ff') return 1;
  if (COMBINING.test(character)) return 0;
  const point = character.codePointAt(0) ?? 0;
  const isWide = WIDE.some(([first, last]) => point >= first && point <= last);
  return isWide || EMOJI.test(character) ? 2 : 1;
}

function take(text: string, columns: number): string {
  let taken = 0;
  let used = 0;
  for (const character of text) {
    used += characterColumns(character);
    if (used > columns) break;
    taken += character.length;
  }
  return text.slice(0, taken);
}

/** Shortens a plain text to `columns`, and says so with `ellipsis`. */
export function cut(text: string, columns: number, ellipsis = '…'): string {
  if (take(text, columns).length === text.length) return text;
  return take(text, columns - columnsOf(ellipsis)).trimEnd() + ellipsis;
}

export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Breaks a text into plain lines of at most `columns` (at least 2), between words if it can. */
export function wrap(text: string, columns: number): string[] {
  return text.split(LINE_BREAK).flatMap((line) => wrapLine(plain(line).trimEnd(), columns));
}

function wrapLine(text: string, columns: number): string[] {
  const lines: string[] = [];
  let rest = text;
  for (;;) {
    const head = take(rest, columns);
    if (head.length === rest.length) return [...lines, rest];
    const space = rest[head.length] === ' ' ? head.length : head.lastIndexOf(' ');
    // Chinese has few spaces: breaking at a far one would leave most of the line empty.
    const end = space > head.length / 2 ? space : head.length;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
}
