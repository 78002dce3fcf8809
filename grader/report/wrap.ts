import { isWide, width } from './width.ts';

// Chinese has no spaces, so a line may break between any two characters, but never before one of
// these.
const NEVER_FIRST =
  /[,.;:?!)\u2019\u201d\u2026\u3001\u3002\u300b\u300d\u300f\uff01\uff09\uff0c\uff1a\uff1b\uff1f]/;
const NEVER_LAST = /[(\u2018\u201c\u300a\u300c\u300e\uff08]/;

function pieces(line: string): string[] {
  const found: string[] = [];
  let glue = false;
  let isCode = false;
  for (const character of line) {
    const last = found.at(-1);
    const joins =
      last !== undefined &&
      (glue ||
        isCode ||
        NEVER_FIRST.test(character) ||
        character === ' ' ||
        !(isWide(character) || isWide(last.at(-1) ?? '') || last.endsWith(' ')));
    if (joins) found[found.length - 1] = last + character;
    else found.push(character);
    glue = NEVER_LAST.test(character);
    // A command between backticks is copied, so it stays on one line.
    if (character === '`') isCode = !isCode;
  }
  return found;
}

function wrapLine(line: string, columns: number): string[] {
  const lines: string[] = [];
  const margin = /^ */.exec(line)?.[0] ?? '';
  let current = margin;
  for (const piece of pieces(line.slice(margin.length))) {
    if (current.trim() !== '' && width((current + piece).trimEnd()) > columns) {
      lines.push(current.trimEnd());
      current = margin;
    }
    current += piece;
  }
  return [...lines, current.trimEnd()];
}

/**
 * Breaks text into lines of at most `columns`, each after `indent`; words longer than a line
 * stay whole.
 */
export function wrap(text: string, columns: number, indent = ''): string {
  const room = Math.max(20, columns - width(indent));
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, room))
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}
