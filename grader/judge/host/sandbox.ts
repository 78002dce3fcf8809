import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Isolation } from '../../verdict.ts';
import type { GuestExercise, GuestSettings } from '../protocol.ts';
import { atEnd } from './at-end.ts';
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
    // Most guests live for less than a second and need no collection in it; and no guest has more garbage than that.
    '--min-semi-space-size=16',
    '--max-semi-space-size=16',
    '--initial-old-space-size=32',
    '--disable-sigusr1',
    // The hash tables of the snapshot are used as they are; only a submission could be harmed by knowing their seed.
    '--no-rehash-snapshot',
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

const wanted: Isolation =
  bubblewrap && process.env.COURSE_ISOLATION !== 'process' ? 'bubblewrap' : 'process';
let proven: Isolation | undefined = wanted === 'process' ? wanted : undefined;

function bubblewrapWorks(): boolean {
  try {
    // As a guest is started, because a container may forbid a part of it.
    const args = [...bubblewrapArguments([TRUE]), '--', TRUE];
    execFileSync(bubblewrap as string, args, { stdio: 'ignore', env: {} });
    return true;
  } catch {
    return false;
  }
}

/** The strongest isolation that works here: bubblewrap where it is installed and allowed, otherwise the process alone. */
export function isolation(): Isolation {
  proven ??= bubblewrapWorks() ? 'bubblewrap' : 'process';
  return proven;
}

/** To be told when a guest has come up, which is all the proof that its isolation works. */
export function confirmIsolation(works: Isolation): void {
  proven ??= works;
}

/** Processor time, in seconds, that no guest needs. */
const MAX_CPU_SECONDS = 300;

/** A grader that is killed outright cannot end its guest, so the system does it in the end. */
function limited(command: string, args: string[]): [string, string[]] {
  if (process.platform === 'win32') return [command, args];
  return ['/bin/sh', ['-c', `ulimit -t ${MAX_CPU_SECONDS}; exec "$0" "$@"`, command, ...args]];
}

/** Writes one line to the standard input of a guest. */
export function writeLine(guest: GuestProcess, line: GuestSettings | GuestExercise): void {
  guest.process.stdin?.write(`${JSON.stringify(line)}\n`);
}

/** A process, and what is known of it, or done to it, by whoever may have started it long before. */
export interface GuestProcess {
  process: ChildProcess;
  isolation: Isolation;
  /** Resolves when its first process has ended, or could not be started. */
  ended: Promise<void>;
  /** Resolves when, besides, nothing more comes out of it. */
  closed: Promise<void>;
  /** Ends it with everything that was started for it. */
  kill(): void;
}

/**
 * Starts a guest; its standard input takes the request, descriptor 3 gives the messages. Bubblewrap is taken to work as
 * long as the contrary is not proven: to try it first would take longer than to start it.
 */
export function spawnGuest(bundle: Bundle, watch: boolean): GuestProcess {
  const node = nodeArguments(bundle, watch);
  const stdio: ('pipe' | 'ignore')[] = ['pipe', 'pipe', 'pipe', 'pipe'];
  if (bubblewrap && (proven ?? wanted) === 'bubblewrap') {
    const args = [
      ...bubblewrapArguments([process.execPath, bundle.snapshot, bundle.watchdog]),
      '--',
      process.execPath,
      ...node,
    ];
    const options = { stdio, env: {}, detached: true };
    return watchOver(spawn(bubblewrap, args, options), 'bubblewrap');
  }
  const [command, args] = limited(process.execPath, node);
  const options = { stdio, env: {}, cwd: path.dirname(bundle.snapshot) };
  return watchOver(spawn(command, args, options), 'process');
}

function watchOver(child: ChildProcess, isolation: Isolation): GuestProcess {
  let hasEnded = false;
  const kill = (): void => {
    // Once it has ended, its number may be another's.
    if (!hasEnded) killAll(child, isolation);
  };
  // However the grader ends, no guest outlives it.
  const forget = atEnd(kill);
  // It may be gone before it is told something.
  child.stdin?.on('error', () => {});
  const ended = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('exit', () => {
      kill();
      hasEnded = true;
      resolve();
    });
  });
  const closed = new Promise<void>((resolve) => {
    child.on('close', () => {
      forget();
      resolve();
    });
  });
  return { process: child, isolation, ended, closed, kill };
}

/** Also what is left of a guest whose first process has been killed already. */
function killAll(first: ChildProcess, isolation: Isolation): void {
  const { pid } = first;
  if (pid === undefined) return;
  if (isolation === 'process') {
    first.kill('SIGKILL');
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
