// attack: none; timers, intervals, immediates, nextTick and handles that are refreshed, cleared and used as numbers
// expect: passed
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  const promises = urls.map((url) => download(url));
  const all = Promise.all(promises);
  let ticks = 0;
  const interval = setInterval(() => {
    ticks += 1;
  }, 1_000_000);
  interval.unref();
  const timeout = setTimeout(() => {}, 500_000);
  timeout.refresh();
  clearTimeout(Number(timeout));
  clearImmediate(setImmediate(() => {}));
  process.nextTick(() => {});
  try {
    return await all;
  } finally {
    clearInterval(interval);
    if (ticks > 0 || timeout.hasRef() !== true) ticks = 0;
  }
}
