import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Exercise } from '../../course/catalogue.ts';
import { COURSE_ROOT } from '../../course/catalogue.ts';
import { atEnd } from './at-end.ts';

/** The guest's files, ready to run. */
export interface Bundle {
  dir: string;
  /** The module that Node starts. */
  entry: string;
}

const GUEST = path.resolve(import.meta.dirname, '../guest');
const INGREDIENTS = [
  ...['lab', 'check', 'course/learner.ts'],
  ...['judge/guest', 'judge/protocol.ts', 'judge/host/bundle.ts'],
].map((name) => path.join(COURSE_ROOT, 'grader', name));

function filesBelow(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

const checksFile = (exercise: Exercise): string =>
  path.join(exercise.hiddenDir, `${exercise.id}.test.ts`);

/** Changes whenever something that goes into the bundle does. */
function fingerprint(exercises: readonly Exercise[]): string {
  const lock = path.join(COURSE_ROOT, 'package-lock.json');
  const files = [lock, ...INGREDIENTS.flatMap(filesBelow), ...exercises.map(checksFile)].sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

async function build(dir: string, exercises: readonly Exercise[]): Promise<void> {
  const { rolldown } = await import('rolldown');
  const checks = exercises.map((exercise) => [`checks-${exercise.id}`, checksFile(exercise)]);
  const input = {
    guest: path.join(GUEST, 'main.ts'),
    watchdog: path.join(GUEST, 'watchdog.ts'),
    ...Object.fromEntries(checks),
  };
  const bundle = await rolldown({
    input,
    platform: 'node',
    resolve: { conditionNames: ['judge', 'node', 'import', 'default'] },
    logLevel: 'silent',
  });
  await bundle.write({ dir, format: 'esm', entryFileNames: '[name].mjs', minify: true });
  await bundle.close();
}

/**
 * The guest of a course with these exercises, built when something has changed since it was built last. Two graders may
 * build at once: each builds aside, and a finished folder is never touched again.
 */
export async function guestBundle(root: string, exercises: readonly Exercise[]): Promise<Bundle> {
  const parent = path.join(root, '.course');
  const dir = path.join(parent, `guest-${fingerprint(exercises)}`);
  const entry = path.join(dir, 'guest.mjs');
  if (!existsSync(entry)) {
    const aside = `${dir}.${process.pid}.${Date.now().toString(36)}`;
    const discard = (): void => rmSync(aside, { recursive: true, force: true });
    const forget = atEnd(discard);
    mkdirSync(parent, { recursive: true });
    try {
      await build(aside, exercises);
      removeOldBundles(parent, dir);
      renameSync(aside, dir);
    } catch (error) {
      discard();
      if (!existsSync(entry)) throw error;
    } finally {
      forget();
    }
  }
  return { dir, entry };
}

/** Keeps what may be in use: only bundles that are a day old go. */
function removeOldBundles(parent: string, current: string): void {
  const yesterday = Date.now() - 24 * 60 * 60 * 1_000;
  for (const name of readdirSync(parent)) {
    const dir = path.join(parent, name);
    if (!name.startsWith('guest-') || dir === current) continue;
    if (statSync(dir).mtimeMs < yesterday) rmSync(dir, { recursive: true, force: true });
  }
}
