// One column for one column, so that a timeline stays aligned.
const REPLACEMENTS: Record<string, string> = {
  '├': '|',
  '┤': '|',
  '│': '|',
  '┼': '+',
  '─': '-',
  '—': '-',
  '–': '-',
  '✓': 'v',
  '✗': 'x',
  '⊘': '/',
  '▸': '>',
  '→': '>',
  '▲': '^',
  '·': '.',
  '…': '.',
  '×': 'x',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
};

/**
 * Replaces the marks and lines of a report by ASCII ones; words of another script stay as they
 * are.
 */
export function ascii(text: string): string {
  return text.replace(/[^ -~\n]/g, (character) => REPLACEMENTS[character] ?? character);
}
