// attack: A4 kills or stops the parent process, and every other process
// expect: score 0
const p: any = (globalThis as any).process;
for (const [pid, signal] of [[p.ppid, 'SIGKILL'], [p.ppid, 'SIGSTOP'], [-1, 'SIGKILL']] as const) {
  try {
    p.kill(pid, signal);
  } catch {}
}
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
