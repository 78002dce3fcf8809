// attack: C11 looks for a clock that tells real time
// expect: score 0
const loot: string[] = [];
export async function downloadAll(): Promise<any> {
  const clocks: Record<string, () => unknown> = {
    date: () => Date.now(),
    prototype: () => new (new Date().constructor as any)().getTime(),
    called: () => (new Date().constructor as any)(),
    temporal: () => (globalThis as any).Temporal.Now.instant(),
    event: () => new Event('x').timeStamp,
    performance: () => [performance.now(), performance.timeOrigin],
    hrtime: () => (globalThis as any).process.hrtime(),
    intl: () => new (globalThis as any).Intl.DateTimeFormat().format(),
    locale: () => new Date(0).toLocaleString('de', { timeZoneName: 'long' }),
    atomics: () => Object.keys((globalThis as any).Atomics),
  };
  for (const [name, read] of Object.entries(clocks)) {
    try {
      const before = String(read());
      for (let i = 0; i < 3e6; i++);
      if (String(read()) !== before) loot.push(`${name} runs`);
    } catch {}
  }
  throw new Error(`clocks: ${loot.join()}`);
}
