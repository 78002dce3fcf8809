// attack: B18 leaves timers, listeners and microtasks behind that act in the next check
// expect: score 0
const act = (): void => {
  try {
    (globalThis as any).downloadAll = async () => [];
  } catch {}
};
const controller = new AbortController();
controller.signal.addEventListener('abort', act);
for (const ms of [0, 1, 1e3, 1e6]) setTimeout(act, ms).unref();
const forever: any = setInterval(act, 5);
(controller.signal as any).constructor.timeout?.(5)?.addEventListener?.('abort', () => forever.refresh());
export async function downloadAll(): Promise<any> {
  for (let i = 0; i < 50; i++) setImmediate(act);
  return 'wrong';
}
