import { SourceMap } from 'node:module';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { type Compiled, compile } from './compile.ts';

function compiled(source: string): Compiled {
  const result = compile(source, 'answer.ts');
  if ('outcome' in result) throw new Error(result.outcome.message);
  return result;
}

function outcome(source: string) {
  const result = compile(source, 'answer.ts');
  if (!('outcome' in result)) throw new Error(`Compiled without complaint: ${result.code}`);
  return result.outcome;
}

/** Runs a compiled module outside any judge; its exports are read when they are asked for. */
function load(source: string, globals: object = {}): Record<string, unknown> {
  const { code } = compiled(source);
  const exported = new Map<string, () => unknown>();
  const declareExport = (name: string, read: () => unknown) => exported.set(name, read);
  const factory = runInNewContext(code, globals, { filename: 'answer.ts' });
  factory(declareExport, { todo: () => 'todo was called' });
  return new Proxy({} as Record<string, unknown>, {
    get: (_, name) => exported.get(String(name))?.(),
    ownKeys: () => [...exported.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}

/** What `export` makes of this text, as plain values. */
function exportsOf(source: string): unknown {
  return JSON.parse(JSON.stringify({ ...load(source) }));
}

test.each([
  ['export function f() { return 1 }', 'f'],
  ['export async function f() { return 1 }', 'f'],
  ['export async function* f() { yield 1 }', 'f'],
  ['export function* f() { yield 1 }', 'f'],
  ['export const f = () => 1', 'f'],
  ['function f() {}\nexport { f }', 'f'],
  ['function f() {}\nexport { f as g }', 'g'],
  ['function f() {}\nexport { f as "any name" }', 'any name'],
  ['function f() {}\nexport { f as default }', 'default'],
  ['export default function f() {}', 'default'],
  ['export default async () => 1', 'default'],
  ['export default (function inner() {})', 'default'],
  ['export class f {}', 'f'],
  ['export default class f {}', 'default'],
  ['export abstract class f { abstract m(): void }', 'f'],
  ['export function f(a: string): void;\nexport function f(a: unknown) {}', 'f'],
])('a function or class exported by %j', (source, name) => {
  expect(load(source)[name]).toBeTypeOf('function');
});

test('constants, also by destructuring with defaults, rest and computed keys', () => {
  const source = `
    const from = { a: 1, b: [2, 3, 4], g: { h: 6 }, 'key 7': 7, x: 8 };
    export const { a, b: [c, ...d], e = 5, g: { h }, ['key ' + 7]: i, ...j } = from;
    export const [, k = 9, [l] = [10]] = [undefined] as any[];
    export let m = 11, n;
    export var o = 12;`;
  expect(exportsOf(source)).toEqual({
    ...{ a: 1, c: 2, d: [3, 4], e: 5, h: 6, i: 7, j: { x: 8 }, k: 9, l: 10, m: 11, o: 12 },
  });
});

test('a binding is live', () => {
  const module = load('export let count = 0;\nexport const add = () => { count += 1 };');
  (module.add as () => void)();
  (module.add as () => void)();
  expect(module.count).toBe(2);
});

test('default expressions and the names of anonymous functions', () => {
  expect(load('export default 6 * 7').default).toBe(42);
  expect(load('export default { a: 1 }').default).toEqual({ a: 1 });
  expect((load('export default () => 1').default as () => void).name).toBe('default');
  expect((load('export default class {}').default as () => void).name).toBe('default');
});

test('what follows an anonymous default is not swallowed by it', () => {
  const source =
    'let n = 0\nexport default function () {}\n[1, 2].forEach((x) => { n += x })\nexport { n }';
  expect(load(source).n).toBe(3);
});

test('enums, namespaces, parameter properties and types', () => {
  const source = `
    export enum Colour { Red, Green = 'green' }
    export const enum Size { Small = 3 }
    export namespace Shapes { export const corners = 4; export namespace Deep { export const a = 1 } }
    class Point { constructor(public readonly x: number, private y = 2) {} sum() { return this.x + this.y } }
    export const sum = new Point(40).sum();
    export const size = Size.Small satisfies number;
    export interface Nothing { a: string }
    export type Neither = Nothing;
    declare const ghost: number;
    export const corners = Shapes.corners! + Shapes.Deep.a;`;
  const module = load(source);
  expect({ sum: module.sum, size: module.size, corners: module.corners }).toEqual({
    ...{ sum: 42, size: 3, corners: 5 },
  });
  expect(module.Colour).toEqual({ 0: 'Red', Red: 0, Green: 'green' });
  expect('ghost' in module || 'Nothing' in module).toBe(false);
});

test.each([
  "import { todo } from '#course';\nexport const said = todo();",
  "import { todo as later } from '#course';\nexport const said = later();",
  "import { 'todo' as later } from '#course';\nexport const said = later();",
  "import * as course from '#course';\nexport const said = course.todo();",
  "import { type Some, todo } from '#course';\nexport const said: Some = todo();",
  "export const said = todo();\nimport { todo } from '#course';",
  "import type { Some } from '#course';\nimport '#course';\nexport const said = 'todo was called';",
  "import type { Writable } from 'node:stream';\nimport { unused } from 'nowhere';\nexport const said = 'todo was called' as unknown as Writable;",
])('imports: %j', (source) => {
  expect(load(source).said).toBe('todo was called');
});

test('names that the compiler itself uses are free for the learner', () => {
  const source =
    "import { todo } from '#course';\nconst $export = 1, $course = 2, $default_ = 3;\nexport default $export + $course + $default_ + todo.length;";
  expect(load(source).default).toBe(6);
});

const rejected: [string, number, string | RegExp][] = [
  ["// import 'node:fs'\nimport fs from 'node:fs';\nfs.x();", 2, 'only "#course", not "node:fs"'],
  ["const s = 'import x from \"y\"';\n\nimport x from 'y';\nx(s);", 3, 'only "#course", not "y"'],
  ["import course from '#course';\ncourse();", 1, 'does not export `default`'],
  ["import {\n  todo,\n  hidden,\n} from '#course';\nhidden(todo);", 3, 'does not export `hidden`'],
  ["// import('x')\nconst s = 'import(';\nvoid import('x');", 3, 'import()'],
  [
    'const s = "import.meta";\n/* import.meta */\nexport const url = import.meta.url;',
    3,
    'import.meta',
  ],
  ['/* eval( */\nexport function f() {\n  return eval("1");\n}', 3, '`eval`'],
  ['export const a = 1;\n// await\nawait a;', 3, '`await` outside a function'],
  ['const list = [];\nfor await (const x of list) {}', 2, '`await` outside a function'],
  ['\nawait using x = null;', 2, '`await` outside a function'],
  ['const f = async () => await 1;\nif (f) {\n  await f();\n}', 3, '`await` outside a function'],
  ["\nexport * from '#course';", 2, 'cannot export from another module'],
  ["\nexport { todo } from '#course';", 2, 'cannot export from another module'],
  ['const d = () => {};\nexport class A {\n  @d m() {}\n}', 3, 'decorators'],
];
test.each(rejected)('rejects %j in line %i', (source, line, words) => {
  const found = outcome(source);
  expect(found.message).toMatch(words);
  expect({ kind: found.kind, file: found.file, line: found.line }).toEqual({
    ...{ kind: 'rejected-file', file: 'answer.ts', line },
  });
  expect(found.source).toBe(source.split('\n')[line - 1]?.trim());
});

const invalid: [string, number, string][] = [
  ['const a = 1;\nconst b = ;', 2, 'Unexpected token'],
  ['export function f( {', 1, 'Expected'],
  ['const a = 1;\nconst s = "abc\n";', 2, 'Unterminated string'],
  ['let a = 1;\n\nbreak;', 3, 'Illegal break statement'],
  ['export const a = 1;\nreturn a;', 2, '`return` stands outside a function'],
  ['\nclass A { m() { return this.#no } }', 2, "Private field '#no'"],
  ['const a = { b: 1 };\nwith (a) {}', 2, 'with statement'],
  ['export const a = 1;\nexport { nothing };', 2, '`nothing` is exported but not declared'],
  ['export const a = 1;\nexport { a };', 2, '`a` is exported twice'],
  ['function f() {\n  await 1;\n}', 2, '`await` is only allowed within async functions'],
  ['const s = `\n\n\n`;\n// 你好\nconst const = 1;', 6, 'const'],
];
test.each(invalid)('a syntax error, %j, names line %i', (source, line, words) => {
  const found = outcome(source);
  expect(found.message).toContain(words);
  expect(found.message).toContain(`answer.ts:${line}`);
  expect({ kind: found.kind, line: found.line }).toEqual({ kind: 'syntax', line });
  expect(found.source).toBe(source.split('\n')[line - 1]?.trim());
});

test('forbidden words are harmless in texts, comments and names', () => {
  const source = `
    // import('x') eval('y') <!-- -->
    /* import('x') --> */
    const names = { import: (x) => x, eval: (x) => x };
    class A { #import(x) { return x } import(x) { return this.#import(x) } static eval(x) { return x } }
    let n = 3, m = 1;
    while (n --> 0) m <!--m;
    export const texts = ["import('x')", 'eval ("y")', \`<!-- \${'import(' + 1} -->\`];
    export const pattern = /import(x)|eval(y)|<!--|-->/.test('importx');
    export const called = names.import(1) + names.eval(2) + new A().import(3) + A.eval(4);`;
  const module = load(source);
  expect(module.texts).toEqual(["import('x')", 'eval ("y")', '<!-- import(1 -->']);
  expect([module.pattern, module.called]).toEqual([true, 10]);
  const { code } = compiled(source);
  expect(code).not.toMatch(/import\s*\(|eval\s*\(|<!--|-->/);
});

/** Every call of `at` throws, where it stands, an error with this line's number as the engine knows it. */
function linesSeen(source: string): number[] {
  const { code, map } = compiled(source);
  const sourceMap = new SourceMap(JSON.parse(map));
  const seen: number[] = [];
  const at = (): string => {
    const [, line, column] = /answer\.ts:(\d+):(\d+)/.exec(new Error('here').stack ?? '') ?? [];
    const entry = sourceMap.findEntry(Number(line) - 2, Number(column) - 1);
    if ('originalLine' in entry) seen.push(entry.originalLine + 1);
    return '';
  };
  runInNewContext(code, { at }, { filename: 'answer.ts' })(() => {}, { todo: () => {} });
  return seen;
}

const winding = `import { todo } from '#course'; /* 你好 😀 */ at();
// 注释 import(x)
export enum Colour { Red = 1, /* 😀 */ Green } at();
const 名字 = '😀😀 import( eval( <!-- -->'; at(); at();
const many = {
  text: \`一
二 \${at()} 三
\`,
  list: [1, 2,
    at(), /* 长注释
    第二行 */ at()],
  /** Removed. */
  method<T extends object>(this: T, x: number): void { at(); },
};
interface Gone {
  a: string;
}
export class Point { constructor(public x = at(), /* 😀 */ readonly y = at()) {} }
export default class extends Point {
  import(x: unknown) { return x }
}
many.method(
  1 as number,
); new Point(); at();
export const { a = at(),
  b = at() } = {} as Record<string, string>;
namespace Inner { at(); export const deep = () => {
  at();
}; } Inner.deep();
at(); export { 名字 as "任何 名字" }; at();
[1].map((x): string => x > 0 ? at() :
  String(todo));
at();`;

test.each([
  ['\n', ''],
  ['\r\n', ''],
  ['\n', '\n\n'],
])('the lines of a stack are the lines of the file (line end %j, before it %j)', (end, before) => {
  const source = before + winding.replaceAll('\n', end);
  const expected = source
    .split('\n')
    .flatMap((line, i) => Array(line.match(/\bat\(\)/g)?.length ?? 0).fill(i + 1));
  expect(linesSeen(source).sort((a, b) => a - b)).toEqual(expected);
});

test('a hash-bang line and a semicolon-free style are fine', () => {
  expect(load('#!/usr/bin/env node\nexport const a = 1\nexport const b = a\n').b).toBe(1);
});

test('brackets inside brackets have a limit, and are allowed up to it', () => {
  const nested = (depth: number) => `export const a = ${'['.repeat(depth)}${']'.repeat(depth)};`;
  expect(outcome(nested(300))).toMatchObject({ kind: 'rejected-file', file: 'answer.ts' });
  expect(load(nested(200)).a).toHaveLength(1);
});
