import { readFileSync } from 'node:fs';
import { marked, type Tokens } from 'marked';

/** A fenced block of code. */
export interface Fence {
  /** The first word after the backticks: `ts`, `python`, `output`. */
  language: string;
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
  const codes = tokens.filter((token) => token.type === 'code') as Tokens.Code[];
  const fences = codes.map(({ lang = '', text }, i): Fence => {
    const [language = '', ...words] = lang.split(' ');
    const next = codes[i + 1];
    return {
      language,
      run: words.includes('run'),
      code: text,
      output: next?.lang === 'output' ? next.text : undefined,
    };
  });
  return { headings: headings.map(({ depth }) => depth), fences };
}
