import { stripVTControlCharacters } from 'node:util';
import { parseSync, transformSync } from 'rolldown/utils';
import type { Outcome } from '../../verdict.ts';
import { type Edit, editModule, ModuleRejected } from './edit-module.ts';

/** A learner's file as the guest evaluates it. */
export interface Compiled {
  /** `(function ($export, $course) { … })`: calls `$export(name, getter)` for each export, then runs the module. */
  code: string;
  /** Source map from `code` to the learner's TypeScript, as JSON text. */
  map: string;
}

/** More open brackets than any answer needs; a parser that recurses must not be led further. */
const MAX_NESTING = 250;

function deepestNesting(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of source) {
    if ('([{<'.includes(character)) depth += 1;
    else if (')]}>'.includes(character)) depth = Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

export function sourceLine(source: string, line: number): string {
  return (source.split(/\r\n|\r|\n/)[line - 1] ?? '').trim();
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function syntaxOutcome(error: unknown, source: string, file: string): Outcome {
  const { message, loc } = error as { message: string; loc?: { line: number } };
  const [headline = ''] = stripVTControlCharacters(message).split('\n');
  const line = loc?.line ?? 1;
  const what = headline.replace(/^\[\w+\]\s*/, '');
  return {
    kind: 'syntax',
    file,
    line,
    source: sourceLine(source, line),
    message: `${file}:${line} is no valid TypeScript: ${what}.`,
  };
}

function applyEdits(code: string, edits: readonly Edit[]): string {
  let result = code;
  for (const { start, end, text } of [...edits].sort((a, b) => b.start - a.start)) {
    // Kept as long as it was wherever possible: the source map counts columns.
    result = result.slice(0, start) + text.padEnd(end - start) + result.slice(end);
  }
  return result;
}

/** The line of the learner's file that a rejected construct stands in: the n-th line that has its text. */
function rejectedOutcome(error: ModuleRejected, source: string, file: string): Outcome {
  const offset = source.search(error.pattern);
  const line = offset < 0 ? 1 : lineAt(source, offset);
  return {
    kind: 'rejected-file',
    file,
    line,
    source: sourceLine(source, line),
    message: `${file}:${line}: ${error.message}`,
  };
}

/**
 * Compiles one TypeScript module to a function expression for a compartment. What TypeScript needs compiled is
 * compiled, types are not checked. Exports become calls of `$export`; the only import is `#course`.
 */
export function compile(source: string, file: string): Compiled | { outcome: Outcome } {
  if (deepestNesting(source) > MAX_NESTING) {
    const message = `${file} opens more than ${MAX_NESTING} brackets inside each other; an answer needs a dozen.`;
    return { outcome: { kind: 'rejected-file', file, message } };
  }
  const transformed = transformSync(file, source, {
    sourceType: 'module',
    sourcemap: true,
    target: 'esnext',
  });
  const [syntaxError] = transformed.errors;
  if (syntaxError) return { outcome: syntaxOutcome(syntaxError, source, file) };
  const parsed = parseSync(`${file}.mjs`, transformed.code);
  try {
    const { edits, exports } = editModule(parsed, transformed.code);
    const header = exports
      .map(({ name, local }) => `$export(${JSON.stringify(name)},()=>${local});`)
      .join('');
    const body = applyEdits(transformed.code, edits);
    return {
      // The header has line 1 for itself, so that the body's lines are the map's plus one.
      code: `(function($export,$course){"use strict";${header}\n${body}\n})`,
      map: JSON.stringify(transformed.map),
    };
  } catch (error) {
    if (error instanceof ModuleRejected) {
      return { outcome: rejectedOutcome(error, source, file) };
    }
    throw error;
  }
}
