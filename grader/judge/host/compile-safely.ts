import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Compiled, compile } from './compile.ts';
import type { Outcome } from '../../verdict.ts';

/** Up to this size no nesting can exhaust the compiler's stack; measured with fifteen kinds of nested syntax. */
const SAFE_LENGTH = 8 * 1024;
const MAX_COMPILE_MS = 5_000;

/**
 * Compiles a file; a long one in a process of its own, because a native compiler that runs out of stack takes its
 * process with it.
 */
export async function compileSafely(
  source: string,
  file: string,
): Promise<Compiled | { outcome: Outcome }> {
  if (source.length <= SAFE_LENGTH) return compile(source, file);
  const child = promisify(execFile)(process.execPath, ['--no-warnings', import.meta.filename, file], {
    timeout: MAX_COMPILE_MS,
    killSignal: 'SIGKILL',
    maxBuffer: 16 * 1024 * 1024,
    env: {},
  });
  child.child.stdin?.on('error', () => {});
  child.child.stdin?.end(source);
  try {
    return JSON.parse((await child).stdout) as Compiled | { outcome: Outcome };
  } catch {
    const message = `${file} cannot be compiled: it is nested too deep or repeats itself endlessly.`;
    return { outcome: { kind: 'rejected-file', file, message } };
  }
}

if (import.meta.main) {
  const source = await new Response(process.stdin as never).text();
  process.stdout.write(JSON.stringify(compile(source, process.argv[2] ?? 'exercise.ts')));
}
