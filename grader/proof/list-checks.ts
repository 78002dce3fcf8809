import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Exercise } from '../course/catalogue.ts';
import type { ListedCheck } from '../course/misconception.ts';
import { checksFile } from '../judge/host/fingerprint.ts';

const PROGRAM = `
  import { collected } from '#check';
  for (const file of process.argv.slice(1)) await import(file);
  const list = (checks) => checks.map(({ id, title, weight }) => ({ id, title, weight }));
  console.log(JSON.stringify([...collected].map(([slug, checks]) => [slug, list(checks)])));`;

/** The checks that the exercises' hidden files declare, by slug, read by importing them where `#check` only collects. */
export async function listChecks(
  exercises: readonly Exercise[],
): Promise<Map<string, ListedCheck[]>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--no-warnings',
      '--conditions=judge',
      '--input-type=module',
      '--eval',
      PROGRAM,
      ...exercises.map(checksFile),
    ],
    { cwd: import.meta.dirname },
  );
  return new Map(JSON.parse(stdout) as [string, ListedCheck[]][]);
}
