import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Plugin } from 'rolldown';
import type { ExercisePlace } from '../../course/catalogue.ts';
import { atEnd } from './at-end.ts';
import { type Bundle, bundleFolder, bundleIn, LANGUAGE_FLAGS } from './bundle.ts';
import { withoutCodeCache } from './code-cache.ts';
import { checksFile, fingerprint } from './fingerprint.ts';

const GUEST_MODULE = 'virtual:guest';
const GUEST = path.resolve(import.meta.dirname, '../guest');

/** A module that imports the checks of these exercises and then starts the guest. */
function guestModule(exercises: readonly ExercisePlace[]): Plugin {
  const main = path.join(GUEST, 'main.ts');
  const first = path.join(GUEST, 'late-freeze.ts');
  const imports = [first, 'ses', ...exercises.map(checksFile), main];
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

async function build(dir: string, exercises: readonly ExercisePlace[]): Promise<void> {
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
  const { snapshot } = bundleIn(dir);
  const builder = path.join(dir, 'guest.cjs');
  const files = ['--snapshot-blob', snapshot, '--build-snapshot', builder];
  // While it is prepared, a guest freezes classes that Node shows to its own modules only. And what is compiled here need
  // not be compiled in every guest.
  const flags = ['--no-warnings', '--expose-internals', '--no-lazy', ...LANGUAGE_FLAGS];
  await promisify(execFile)(process.execPath, [...flags, ...files], { env: {} });
  writeFileSync(snapshot, withoutCodeCache(readFileSync(snapshot)));
}

/**
 * The guest of a course with these exercises, built when something has changed since it was built last. Two graders may
 * build at once: each builds aside, and a finished folder is never touched again.
 */
export async function guestBundle(
  root: string,
  exercises: readonly ExercisePlace[],
): Promise<Bundle> {
  const dir = bundleFolder(root, fingerprint(exercises));
  const parent = path.dirname(dir);
  const bundle = bundleIn(dir);
  if (existsSync(bundle.snapshot)) noteUse(dir);
  else {
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

/** The one that was used last is the one that the next command starts. */
function noteUse(dir: string): void {
  const now = new Date();
  try {
    utimesSync(dir, now, now);
  } catch {
    // Somebody else's folder serves as well.
  }
}

/** Keeps what may be in use: only bundles that nobody has used for an hour go. */
function removeOldBundles(parent: string, current: string): void {
  const old = Date.now() - 60 * 60 * 1_000;
  for (const name of readdirSync(parent)) {
    const dir = path.join(parent, name);
    if (!name.startsWith('guest-') || dir === current) continue;
    if (statSync(dir).mtimeMs < old) rmSync(dir, { recursive: true, force: true });
  }
}
