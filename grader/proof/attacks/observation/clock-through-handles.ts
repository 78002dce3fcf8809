// attack: B14 moves the clock through the handles of timers: their fields, methods and prototypes
// expect: score <= 2
// All downloads are started at once, which one check is about.
const loot: string[] = [];
export async function downloadAll(urls: string[], download: any): Promise<any> {
  for (const handle of [setTimeout(() => {}, 10), setInterval(() => {}, 10), setImmediate(() => {})] as any[]) {
    for (let o = handle; o && o !== Object.prototype; o = Object.getPrototypeOf(o)) {
      for (const key of Reflect.ownKeys(o)) {
        try {
          const value = handle[key];
          loot.push(`${String(key)} ${typeof value}`);
          if (typeof value === 'function' && key !== 'constructor') value.call(handle, 1e6, 1e6);
        } catch {}
      }
    }
    try {
      new handle.constructor({ arm() {}, disarm() {}, now: 0 }, () => {}, [], 1, false).refresh();
    } catch {}
    clearInterval(handle);
  }
  for (const url of urls) download(url);
  throw new Error(loot.join());
}
