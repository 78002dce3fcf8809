/** The text of a line, counted from one. */
export function sourceLine(source: string, line: number): string {
  return (source.split(/\r\n|\r|\n/)[line - 1] ?? '').trim();
}
