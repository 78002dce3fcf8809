// attack: A5 turns every failed test into a passed one in the runner's channel
// expect: score 0
const worker = (globalThis as any).__vitest_worker__;
worker.rpc = new Proxy(worker.rpc, {
  get: (target, key) =>
    key === 'onTaskUpdate'
      ? (packs: any[], events: any) =>
          target[key](packs.map(([id, result, meta]) => [id, result && { ...result, state: 'pass', errors: undefined }, meta]), events)
      : target[key],
});
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
