import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Plugin } from 'rolldown';
import type { Exercise } from '../../course/catalogue.ts';
import { COURSE_ROOT } from '../../course/catalogue.ts';
import { atEnd } from './at-end.ts';

/** A guest, ready to run. */
export interface Bundle {
  /** What Node starts from: the heap of a process that has loaded and prepared everything. */
  snapshot: string;
  /** The program that names the line of a hang, in a thread of its own. */
  watchdog: string;
}

/** What the language is for a guest; a snapshot runs only where they are the same as when it was taken. */
export const LANGUAGE_FLAGS = [
  // `import.source()` would reach the module loader past the text checks of SES.
  '--no-js-source-phase-imports',
];

const SNAPSHOT = 'guest.blob';
const GUEST_MODULE = 'virtual:guest';
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
  const { version, platform, arch } = process;
  const hash = createHash('sha256').update(`${version} ${platform} ${arch}\n`);
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** A module that imports the checks of these exercises and then starts the guest. */
function guestModule(exercises: readonly Exercise[]): Plugin {
  const main = path.join(GUEST, 'main.ts');
  const imports = ['ses', ...exercises.map(checksFile), main];
  return {
    name: 'guest',
    resolveId(id, importer) {
      if (id === GUEST_MODULE) return id;
      return importer === GUEST_MODULE ? this.resolve(id, main) : undefined;
    },
    load(id) {
      if (id !== GUEST_MODULE) return undefined;
      return imports.map((file) => `import ${JSON.stringify(file)};`).join('\n');
    },
  };
}

async function build(dir: string, exercises: readonly Exercise[]): Promise<void> {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: { guest: GUEST_MODULE, watchdog: path.join(GUEST, 'watchdog.ts') },
    plugins: [guestModule(exercises)],
    platform: 'node',
    resolve: { conditionNames: ['judge', 'node', 'import', 'default'] },
    logLevel: 'silent',
  });
  // Node takes snapshots of classic scripts only, and SES wants strict ones.
  await bundle.write({
    dir,
    format: 'cjs',
    strict: true,
    entryFileNames: '[name].cjs',
    minify: true,
  });
  await bundle.close();
  await takeSnapshot(dir);
}

async function takeSnapshot(dir: string): Promise<void> {
  const files = ['--snapshot-blob', path.join(dir, SNAPSHOT), '--build-snapshot'];
  // While it is prepared, a guest freezes classes that Node shows to its own modules only.
  const flags = ['--no-warnings', '--expose-internals', ...LANGUAGE_FLAGS];
  const args = [...flags, ...files, path.join(dir, 'guest.cjs')];
  await promisify(execFile)(process.execPath, args, { env: {} });
}

/**
 * The guest of a course with these exercises, built when something has changed since it was built last. Two graders may
 * build at once: each builds aside, and a finished folder is never touched again.
 */
export async function guestBundle(root: string, exercises: readonly Exercise[]): Promise<Bundle> {
  const parent = path.join(root, '.course');
  const dir = path.join(parent, `guest-${fingerprint(exercises)}`);
  const bundle = {
    snapshot: path.join(dir, SNAPSHOT),
    watchdog: path.join(dir, 'watchdog.cjs'),
  };
  if (!existsSync(bundle.snapshot)) {
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
      if (!existsSync(bundle.snapshot)) throw error;
    } finally {
      forget();
    }
  }
  return bundle;
}

/** Keeps what may be in use: only bundles that are an hour old go. */
function removeOldBundles(parent: string, current: string): void {
  const old = Date.now() - 60 * 60 * 1_000;
  for (const name of readdirSync(parent)) {
    const dir = path.join(parent, name);
    if (!name.startsWith('guest-') || dir === current) continue;
    if (statSync(dir).mtimeMs < old) rmSync(dir, { recursive: true, force: true });
  }
}
