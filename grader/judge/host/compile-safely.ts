import { execFile } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import type { Outcome } from '../../verdict.ts';
import { type Compiled, compile } from './compile.ts';
import { usageOf } from './process-tree.ts';

/**
 * Up to this size no nesting can exhaust the compiler's stack (measured with forty kinds of nested syntax, with a margin
 * of two); Windows gives a process less of it.
 */
const SAFE_LENGTH = process.platform === 'win32' ? 1_024 : 8 * 1024;
/**
 * A dotted namespace needs far more stack than anything else. The members of an enum are computed while it is compiled:
 * twenty of them, each twice the text of the one before, fill a gigabyte.
 */
const UNSAFE = /\b(namespace|module|enum)\b/;
/** Processor time of one compiler, in ms; a busy machine gives it late. */
const MAX_COMPILE_CPU_MS = 3_000;
/** Real time, in ms, where processor time is not told. */
const MAX_COMPILE_MS = 60_000;
/** Resident memory, in bytes. */
const MAX_COMPILE_MEMORY = 512 * 1024 * 1024;
const POLL_MS = 25;

type Result = Compiled | { outcome: Outcome };

function tooDeep(file: string): Result {
  const message = `${file} cannot be compiled: it is nested too deep or repeats itself endlessly.`;
  return { outcome: { kind: 'rejected-file', file, message } };
}

function compileCache(): NodeJS.ProcessEnv {
  const dir = getCompileCacheDir();
  return dir === undefined ? {} : { NODE_COMPILE_CACHE: dir };
}

/** Of code and source map together: a guest must have room for those of the whole course. */
const MAX_COMPILED_BYTES = 2 * 1024 * 1024;

/** Compilers that may still start: more at once would only wait for each other. */
let places = availableParallelism();
const waiting: (() => void)[] = [];

async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  if (places > 0) places -= 1;
  else await new Promise<void>((enter) => waiting.push(enter));
  try {
    return await run();
  } finally {
    const enter = waiting.shift();
    if (enter) enter();
    else places += 1;
  }
}

function compileHere(source: string, file: string): Result {
  try {
    return compile(source, file);
  } catch (error) {
    if (error instanceof RangeError) return tooDeep(file);
    throw error;
  }
}

/**
 * Compiles a file; a long one in a process of its own, because a native compiler that runs out of stack takes its
 * process with it.
 *
 * @throws when the compiler breaks for a reason that is not the file's
 */
export async function compileSafely(source: string, file: string): Promise<Result> {
  if (source.length <= SAFE_LENGTH && !UNSAFE.test(source)) return compileHere(source, file);
  return inTurn(() => compileAside(source, file));
}

async function compileAside(source: string, file: string): Promise<Result> {
  const running = promisify(execFile)(
    process.execPath,
    ['--no-warnings', import.meta.filename, file],
    {
      timeout: MAX_COMPILE_MS,
      killSignal: 'SIGKILL',
      maxBuffer: MAX_COMPILED_BYTES,
      env: compileCache(),
    },
  );
  const { child } = running;
  child.stdin?.on('error', () => {});
  child.stdin?.end(source);
  // The compiler's memory is not V8's, so that no limit of Node's holds it.
  const watch = setInterval(() => {
    const { memory = 0, cpuMs = 0 } = usageOf(child.pid ?? 0) ?? {};
    if (memory > MAX_COMPILE_MEMORY || cpuMs > MAX_COMPILE_CPU_MS) child.kill('SIGKILL');
  }, POLL_MS);
  try {
    return JSON.parse((await running).stdout) as Result;
  } catch (error) {
    // An exception of the compiler's is the grader's fault; a process that was stopped or broke down had too much to do.
    if ((error as { code?: unknown }).code === 1) throw error;
    return tooDeep(file);
  } finally {
    clearInterval(watch);
  }
}

if (import.meta.main) {
  const source = await new Response(process.stdin as never).text();
  process.stdout.write(JSON.stringify(compileHere(source, process.argv[2] ?? 'exercise.ts')));
}
