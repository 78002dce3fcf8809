import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { COURSE_ROOT } from '../course/catalogue.ts';
import { UsageError } from './command.ts';
import type { Io } from './io.ts';
import { messages } from './messages/messages.ts';

/**
 * Runs an installed tool with our own Node in the learner's terminal; resolves to its exit code.
 */
export type RunTool = (io: Io, tool: string, args: readonly string[]) => Promise<number>;

/** Where an installed tool lies, for example `vitest/vitest.mjs`. */
export function toolFile(io: Io, tool: string): string {
  const file = path.join(COURSE_ROOT, 'node_modules', tool);
  if (!existsSync(file)) {
    throw new UsageError(messages(io.language).missingTool(tool.split('/')[0] ?? tool));
  }
  return file;
}

export const runTool: RunTool = async (io, tool, args) => {
  const file = toolFile(io, tool);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const child = spawn(process.execPath, [file, ...args], {
    cwd: io.root,
    env: io.env,
    stdio: 'inherit',
  });
  // Ctrl-C reaches the tool by itself; we wait for it to tidy up, and do not die before it.
  const stay = () => {};
  const stop = () => child.kill('SIGTERM');
  process.on('SIGINT', stay).on('SIGTERM', stop);
  child.once('error', reject).once('close', (code) => resolve(code ?? 1));
  try {
    return await promise;
  } finally {
    process.off('SIGINT', stay).off('SIGTERM', stop);
  }
};
