import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { COURSE_ROOT } from '../course/catalogue.ts';
import type { Fence } from './markdown.ts';

const run = promisify(execFile);
const MAX_MS = 20_000;

let python: Promise<string | undefined> | undefined;

/** Prints where it lies itself: what is found as `python3` may be a script that looks for it anew each time. */
const WHICH_PYTHON = 'import sys; print(sys.executable if sys.version_info >= (3, 11) else "")';

/** A Python of at least 3.11, if this machine has one; without it the recorded outputs stand. */
export function findPython(): Promise<string | undefined> {
  python ??= run('python3', ['-c', WHICH_PYTHON]).then(
    ({ stdout }) => stdout.trim() || undefined,
    () => undefined,
  );
  return python;
}

/** Runs a fence and returns what it prints, or `undefined` when its language is not installed here. */
async function runFence(fence: Fence, beside: readonly string[]): Promise<string | undefined> {
  const scratch = path.join(COURSE_ROOT, '.course');
  mkdirSync(scratch, { recursive: true });
  // Below the course, so that #course and #lab mean what they mean in it.
  const dir = mkdtempSync(path.join(scratch, 'fence-'));
  try {
    for (const file of beside) copyFileSync(file, path.join(dir, path.basename(file)));
    if (fence.language === 'python') {
      const interpreter = await findPython();
      if (!interpreter) return undefined;
      return await outputOf(interpreter, ['-c', fence.code], dir);
    }
    // Without its types: Node would load a compiler for each of them, which takes longer than most of them run.
    const file = path.join(dir, 'fence.js');
    writeFileSync(file, stripTypeScriptTypes(fence.code));
    return await outputOf(process.execPath, ['--no-warnings', file], dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Pages run on real timers, and a busy machine can be late once; a page that is wrong is wrong every time. */
const ATTEMPTS = 3;

/** What a page must be compared with: what its fence prints, or what it shows where its language is not installed. */
export async function printedBy(
  fence: Fence,
  beside: readonly string[],
): Promise<string | undefined> {
  for (let attempt = 1; ; attempt++) {
    const printed = await runFence(fence, beside);
    if (printed === undefined) return fence.output;
    if (printed === fence.output || attempt === ATTEMPTS) return printed;
  }
}

/** What a program prints; an error that ends it is part of that: its last line, as the reader would see it. */
async function outputOf(command: string, args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, NO_COLOR: '1', PYTHONWARNINGS: 'ignore' };
  try {
    const { stdout } = await run(command, args, { cwd, timeout: MAX_MS, env });
    return stdout.trimEnd();
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return `${stdout}${stderr}`.trimEnd();
  }
}
