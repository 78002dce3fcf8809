import { readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;
const TICKS_PER_SECOND = 100;

/** What a process and its descendants use. */
export interface Usage {
  /** Resident memory in bytes. */
  memory: number;
  /** Processor time used so far, in ms. */
  cpuMs: number;
}

/** A process and all that it has started, the oldest first. */
function descendants(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  const direct = children === '' ? [] : children.split(' ').map(Number);
  return [pid, ...direct.flatMap(descendants)];
}

function usageOfOne(pid: number): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The command in parentheses may contain spaces; the fields after it are counted from 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { memory: Number(fields[21]) * PAGE_BYTES, cpuMs: (ticks * 1_000) / TICKS_PER_SECOND };
}

/** Memory and processor time of a process tree; `undefined` where there is no /proc or the process is gone. */
export function usageOf(pid: number): Usage | undefined {
  try {
    return descendants(pid)
      .map(usageOfOne)
      .reduce((sum, one) => ({
        memory: sum.memory + one.memory,
        cpuMs: sum.cpuMs + one.cpuMs,
      }));
  } catch {
    return undefined;
  }
}

/** More looks than a process needs to stop, which is done when it leaves its system call. */
const MAX_LOOKS = 10_000;

function isRunning(pid: number): boolean {
  return !/\) [TZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

/**
 * Kills a process with all its descendants, also such as have left its group. It is stopped first: what it forked
 * meanwhile would outlive it.
 *
 * @throws when it has ended already
 */
export function killTree(pid: number): void {
  process.kill(pid, 'SIGSTOP');
  for (let look = 0; look < MAX_LOOKS && isRunning(pid); look++);
  for (const one of descendants(pid).reverse()) process.kill(one, 'SIGKILL');
}
