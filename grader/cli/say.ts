import { ascii } from '../report/ascii.ts';
import { wrap } from '../report/wrap.ts';
import { type Io, isAscii, pageWidth } from './io.ts';

/** Writes a paragraph, broken to the width of the terminal. */
export function say(io: Io, text = '', indent = ''): void {
  const wrapped = wrap(text, pageWidth(io), indent);
  io.out(`${isAscii(io) ? ascii(wrapped) : wrapped}\n`);
}

/** Writes a list of commands, each with what it does, in two columns. */
export function sayCommands(io: Io, rows: readonly (readonly [string, string])[]): void {
  const column = Math.max(...rows.map(([command]) => command.length)) + 3;
  for (const [command, purpose] of rows) say(io, `  ${command.padEnd(column)}${purpose}`.trimEnd());
}
