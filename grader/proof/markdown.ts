import { readFileSync } from 'node:fs';
import { marked, type Tokens } from 'marked';

/** A fenced block of code. */
export interface Fence {
  /** The first word after the backticks: `ts`, `python`, `output`. */
  language: string;
  /** Where it begins in its page, counted from 1. */
  line: number;
  /** Whether `run` stands after the language. */
  run: boolean;
  code: string;
  /** The text of the `output` fence that follows, when there is one. */
  output: string | undefined;
}

/** What the proof looks at in a page. */
export interface Page {
  /** The depth of every heading, in order: two languages share it, the words they do not. */
  headings: number[];
  fences: Fence[];
}

export function readPage(file: string): Page {
  const tokens = marked.lexer(readFileSync(file, 'utf8'));
  const headings = tokens.filter((token) => token.type === 'heading') as Tokens.Heading[];
  let nextLine = 1;
  const lineOf = new Map<unknown, number>();
  for (const token of tokens) {
    lineOf.set(token, nextLine);
    nextLine += token.raw.split('\n').length - 1;
  }
  const codes = tokens.filter((token) => token.type === 'code') as Tokens.Code[];
  const fences = codes.map((code, i): Fence => {
    const [language = '', ...words] = (code.lang ?? '').split(' ');
    const next = codes[i + 1];
    return {
      language,
      line: lineOf.get(code) ?? 0,
      run: words.includes('run'),
      code: code.text,
      output: next?.lang === 'output' ? next.text : undefined,
    };
  });
  return { headings: headings.map(({ depth }) => depth), fences };
}
