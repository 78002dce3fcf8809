import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

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

/** Where a course keeps its guests. */
const home = (root: string): string => path.join(root, '.course');

/** The folder of the guest with this fingerprint, whether it has been built or not. */
export const bundleFolder = (root: string, fingerprint: string): string =>
  path.join(home(root), `guest-${fingerprint}`);

/** What is in the folder of a guest. */
export function bundleIn(dir: string): Bundle {
  return { snapshot: path.join(dir, 'guest.blob'), watchdog: path.join(dir, 'watchdog.cjs') };
}

const FINISHED = /^guest-[0-9a-f]{16}$/;

/** The guest that was built or used last; whether it is the right one remains to be seen. */
export function latestBundle(root: string): Bundle | undefined {
  const finished = readdirSync(home(root)).filter((name) => FINISHED.test(name));
  const folders = finished.map((name) => path.join(home(root), name));
  const usedAt = (dir: string): number => statSync(dir).mtimeMs;
  const [first, ...others] = folders;
  if (first === undefined) return undefined;
  return bundleIn(others.reduce((a, b) => (usedAt(a) < usedAt(b) ? b : a), first));
}
