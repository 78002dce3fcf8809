// attack: B21 climbs from an error of the grader's own to V8's Error, and sets the stack hooks there
// expect: score 0
import { todo } from '#course';
const loot: string[] = [];
const climb = (error: any): void => {
  for (let o = error?.constructor; o; o = Object.getPrototypeOf(o)) {
    try {
      o.prepareStackTrace = (_: unknown, sites: any[]) => {
        loot.push(...sites.map((site) => `${site} ${site.getFunction?.()}`));
        throw undefined;
      };
      o.stackTraceLimit = 0;
    } catch {}
  }
};
const own = [() => new (globalThis as any).SuppressedError(), () => Promise.reject(new Proxy({}, {}))];
for (const make of own) {
  try {
    climb(make());
  } catch {}
}
export async function downloadAll(_urls: any, download: any): Promise<any> {
  await download({
    get url() {
      throw 1;
    },
  }).catch(climb);
  try {
    for (;;) performance.now();
  } catch (error) {
    climb(error);
  }
  void todo;
  throw new Error(loot.join('\n'));
}
