import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Exercise } from '../course/catalogue.ts';
import type { ListedCheck } from '../course/misconception.ts';

/** The checks that an exercise's hidden file declares, read by importing it where `#check` only collects. */
export async function listChecks(exercise: Exercise): Promise<ListedCheck[]> {
  const program = `
    import { collected } from '#check';
    await import(process.argv[1]);
    const checks = [...collected.values()][0].map(({ id, title, weight }) => ({ id, title, weight }));
    console.log(JSON.stringify(checks));`;
  const file = path.join(exercise.hiddenDir, `${exercise.id}.test.ts`);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--no-warnings', '--conditions=judge', '--input-type=module', '--eval', program, file],
    { cwd: import.meta.dirname },
  );
  return JSON.parse(stdout) as ListedCheck[];
}
