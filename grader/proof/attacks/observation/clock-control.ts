// attack: B14 moves the clock through what fake timers leave on their functions
// expect: score 0
const g: any = globalThis;
const loot: string[] = [];
for (const holder of [g.setTimeout, g.Date, g.performance, g.setImmediate, g.AbortSignal, g.Math, g.process?.nextTick]) {
  for (const name of ['clock', 'fake', 'uninstall', 'tick', 'restore', 'mock', 'isFake']) {
    if (holder?.[name] !== undefined) loot.push(name);
    try {
      holder[name].tick(1e6);
      holder[name].uninstall();
    } catch {}
  }
}
export async function downloadAll(): Promise<any> {
  throw new Error(`found ${loot.join()}`);
}
