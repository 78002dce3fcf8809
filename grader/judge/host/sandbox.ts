import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Isolation } from '../../verdict.ts';
import { type Bundle, LANGUAGE_FLAGS } from './bundle.ts';
import { killTree } from './process-tree.ts';

/** V8's heap limit for the guest, in MiB. */
export const HEAP_MB = 128;

function nodeArguments({ snapshot, watchdog }: Bundle, watch: boolean): string[] {
  return [
    '--no-warnings',
    '--permission',
    // A hang is repeated with a watchdog inside; the compartment reaches neither of them.
    ...(watch ? ['--allow-worker', '--allow-inspector', `--allow-fs-read=${watchdog}`] : []),
    // Whoever fills the heap must not be stopped before the watchdog has spoken.
    `--max-old-space-size=${watch ? 2 * HEAP_MB : HEAP_MB}`,
    // Most guests live for less than a second and need no collection in it.
    '--min-semi-space-size=16',
    '--disable-sigusr1',
    ...LANGUAGE_FLAGS,
    ...['--snapshot-blob', snapshot],
    ...(watch ? [watchdog] : []),
  ];
}

const LIBRARIES = ['/lib', '/lib64', '/lib32', '/usr/lib', '/usr/lib64', '/usr/lib32'];

/** A namespace of its own for everything, nothing but libraries and these places, read-only, as nobody. */
function bubblewrapArguments(places: readonly string[]): string[] {
  const visible = [...LIBRARIES.filter((dir) => existsSync(dir)), ...places];
  return [
    '--unshare-all',
    '--die-with-parent',
    '--new-session',
    '--clearenv',
    ...['--uid', '65534', '--gid', '65534'],
    ...['--cap-drop', 'ALL'],
    ...visible.flatMap((place) => ['--ro-bind', place, place]),
    ...['--proc', '/proc', '--dev', '/dev'],
    ...['--hostname', 'guest', '--chdir', '/'],
  ];
}

const BUBBLEWRAP = ['/usr/bin/bwrap', '/usr/local/bin/bwrap', '/bin/bwrap'];
const TRUE = '/usr/bin/true';
const bubblewrap = BUBBLEWRAP.find((place) => existsSync(place));

let detected: Isolation | undefined;

/** The strongest isolation that works here: bubblewrap where it is installed and allowed, otherwise the process alone. */
export function isolation(): Isolation {
  if (detected) return detected;
  detected = 'process';
  if (bubblewrap && process.env.COURSE_ISOLATION !== 'process') {
    try {
      // As a guest is started, because a container may forbid a part of it.
      const args = [...bubblewrapArguments([TRUE]), '--', TRUE];
      execFileSync(bubblewrap, args, { stdio: 'ignore', env: {} });
      detected = 'bubblewrap';
    } catch {
      // Not allowed to make namespaces: the report says so.
    }
  }
  return detected;
}

/** Processor time, in seconds, that no guest needs. */
const MAX_CPU_SECONDS = 300;

/** A grader that is killed outright cannot end its guest, so the system does it in the end. */
function limited(command: string, args: string[]): [string, string[]] {
  if (process.platform === 'win32') return [command, args];
  return ['/bin/sh', ['-c', `ulimit -t ${MAX_CPU_SECONDS}; exec "$0" "$@"`, command, ...args]];
}

/** Starts a guest; its standard input takes the request, descriptor 3 gives the messages. */
export function spawnGuest(bundle: Bundle, watch: boolean): ChildProcess {
  const node = nodeArguments(bundle, watch);
  const stdio: ('pipe' | 'ignore')[] = ['pipe', 'pipe', 'pipe', 'pipe'];
  if (bubblewrap && isolation() === 'bubblewrap') {
    const args = [
      ...bubblewrapArguments([process.execPath, bundle.snapshot, bundle.watchdog]),
      '--',
      process.execPath,
      ...node,
    ];
    return spawn(bubblewrap, args, { stdio, env: {}, detached: true });
  }
  const [command, args] = limited(process.execPath, node);
  return spawn(command, args, { stdio, env: {}, cwd: path.dirname(bundle.snapshot) });
}

/** Ends a guest with everything that was started for it, also when its first process has been killed already. */
export function killGuest(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (isolation() !== 'bubblewrap') {
    child.kill('SIGKILL');
    return;
  }
  // What has left its group, and what has lost its parent: until it is set up, the inner half of bubblewrap does not die
  // with the outer one.
  for (const kill of [() => killTree(pid), () => process.kill(-pid, 'SIGKILL')]) {
    try {
      kill();
    } catch {
      // It has ended meanwhile.
    }
  }
}
