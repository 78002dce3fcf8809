// attack: B15 replaces setTimeout, Date.now, performance.now and queueMicrotask as the grader would find them
// expect: score 0
const g: any = globalThis;
g.setTimeout = (callback: () => void) => callback();
g.queueMicrotask = () => {};
try {
  g.Date.now = () => 100;
} catch {}
try {
  g.performance.now = () => 100;
} catch {}
g.performance = { now: () => 100 };
g.Promise = class {};
g.setImmediate = () => {};
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
