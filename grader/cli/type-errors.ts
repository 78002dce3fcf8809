import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { COURSE_ROOT } from '../course/catalogue.ts';

const LIMIT_MS = 20_000;

/** One thing that TypeScript says about a graded file. */
export interface TypeNote {
  file: string;
  line: number;
  text: string;
}

/** Finds the type errors of some files; never rejects, for they are a note and no verdict. */
export type FindTypeErrors = (
  root: string,
  files: readonly string[],
  signal?: AbortSignal,
) => Promise<TypeNote[]>;

function writeConfig(root: string, files: readonly string[]): string {
  const scratch = path.join(root, '.course');
  const config = path.join(scratch, `tsconfig.graded-${process.pid}.json`);
  mkdirSync(scratch, { recursive: true });
  const compilerOptions = {
    // A folder that lies elsewhere has no package.json to say what a module is, and what #course.
    module: 'esnext',
    moduleResolution: 'bundler',
    paths: {
      '#course': [path.join(COURSE_ROOT, 'grader/course/learner.ts')],
      '#course/test': [path.join(COURSE_ROOT, 'grader/check/examples.ts')],
    },
    typeRoots: [path.join(COURSE_ROOT, 'node_modules/@types')],
  };
  const base = path.join(COURSE_ROOT, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ extends: base, compilerOptions, files, include: [] }));
  return config;
}

function compile(config: string, signal: AbortSignal | undefined): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const tsc = path.join(COURSE_ROOT, 'node_modules/typescript/bin/tsc');
  const args = [tsc, '--noEmit', '--pretty', 'false', '--project', config];
  const options = { cwd: COURSE_ROOT, timeout: LIMIT_MS, ...(signal ? { signal } : {}) };
  // Errors make tsc exit with 1 or 2, so only what it printed counts.
  execFile(process.execPath, args, options, (_error, stdout) => resolve(stdout));
  return promise;
}

function parse(output: string, files: readonly string[]): TypeNote[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const [, name, number, text] = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line) ?? [];
    if (name === undefined || text === undefined) return [];
    const file = path.resolve(COURSE_ROOT, name);
    return files.includes(file) ? [{ file, line: Number(number), text }] : [];
  });
}

export const findTypeErrors: FindTypeErrors = async (root, files, signal) => {
  const present = files.filter((file) => existsSync(file));
  if (present.length === 0) return [];
  try {
    const config = writeConfig(root, present);
    const output = await compile(config, signal);
    rmSync(config, { force: true });
    return parse(output, present);
  } catch {
    return [];
  }
};
