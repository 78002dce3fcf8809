import { SourceMap } from 'node:module';
import { stripVTControlCharacters } from 'node:util';
import { Script } from 'node:vm';
import { parseSync, transformSync } from 'rolldown/utils';
import type { Outcome } from '../../verdict.ts';
import {
  type Edit,
  type EditedModule,
  editModule,
  freeName,
  ModuleRejected,
} from './edit-module.ts';
import { sourceLine } from './source-line.ts';

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
  for (const [bracket] of source.matchAll(/[()[\]{}<>]/g)) {
    depth = '([{<'.includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function outcomeAt(
  line: number,
  message: string,
  { source, file, kind }: { source: string; file: string; kind: Outcome['kind'] },
): { outcome: Outcome } {
  return { outcome: { kind, file, line, source: sourceLine(source, line), message } };
}

function syntaxOutcome(error: unknown, source: string, file: string): { outcome: Outcome } {
  const { message, loc } = error as { message: string; loc?: { line: number } };
  const [headline = ''] = stripVTControlCharacters(message).split('\n');
  const line = loc?.line ?? 1;
  const what = headline.replace(/^\[\w+\]\s*/, '').replace(/\.$/, '');
  const said = `${file}:${line} is no valid TypeScript: ${what}.`;
  return outcomeAt(line, said, { source, file, kind: 'syntax' });
}

function applyEdits(code: string, edits: readonly Edit[]): string {
  let result = code;
  for (const { start, end, text } of [...edits].sort((a, b) => b.start - a.start)) {
    // Kept as long as it was wherever possible, and with all its lines: the source map counts them.
    const blank = result.slice(start, end).replace(/[^\n\u2028\u2029]/g, ' ');
    result = result.slice(0, start) + text + blank.slice(text.length) + result.slice(end);
  }
  return result;
}

/** The learner's line for a place in the transformed code, both counted from zero. */
function learnersLine(map: string, line: number, column: number): number {
  const entry = new SourceMap(JSON.parse(map)).findEntry(line, column);
  return 'originalLine' in entry ? entry.originalLine + 1 : 1;
}

function rejectedOutcome(
  { offset, kind, message }: ModuleRejected,
  { code, map, source, file }: { code: string; map: string; source: string; file: string },
): { outcome: Outcome } {
  const before = code.slice(0, offset).split('\n');
  const line = learnersLine(map, before.length - 1, before.at(-1)?.length ?? 0);
  return outcomeAt(line, `${file}:${line}: ${message}`, { source, file, kind });
}

/** Finds what only the engine's own parser refuses, for example `break` outside a loop. */
function engineOutcome(
  compiled: string,
  { map, source, file }: { map: string; source: string; file: string },
): { outcome: Outcome } | undefined {
  try {
    new Script(compiled, { filename: 'compiled' });
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [, line, mark = ''] = /^compiled:(\d+)\n.*\n( *)\^/.exec(error.stack ?? '') ?? [];
    // The compiled code has a header of one line; the map counts from zero.
    const at = learnersLine(map, Number(line) - 2, mark.length);
    const message = `${file}:${at} is no valid TypeScript: ${error.message}.`;
    return outcomeAt(at, message, { source, file, kind: 'syntax' });
  }
}

/**
 * Compiles one TypeScript module to a function expression for a compartment. What TypeScript needs compiled is
 * compiled, types are not checked. Exports become calls of `$export`; the only import is `#course`.
 *
 * @throws {RangeError} when the file is nested too deep
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
  if (syntaxError) return syntaxOutcome(syntaxError, source, file);
  const { code } = transformed;
  const map = JSON.stringify(transformed.map);
  const place = { code, map, source, file };
  try {
    const compiled = toFunction(code, editModule(parseSync(`${file}.mjs`, code), code));
    return engineOutcome(compiled, place) ?? { code: compiled, map };
  } catch (error) {
    if (error instanceof ModuleRejected) return rejectedOutcome(error, place);
    throw error;
  }
}

function toFunction(code: string, { edits, imports, exports }: EditedModule): string {
  const [exporter, course] = [freeName('$export', code), freeName('$course', code)];
  const header = [
    ...exports.map(({ name, local }) => `${exporter}(${JSON.stringify(name)},()=>${local});`),
    ...imports.map(({ local, value }) => `const ${local}=${value};`),
  ].join('');
  // The header has line 1 for itself, so that the body's lines are the map's plus one.
  return `(function(${exporter},${course}){"use strict";${header}\n${applyEdits(code, edits)}\n})`;
}
