// attack: B21 reads or replaces frames of the harness with the stack hooks of Error
// expect: score 0
const loot: string[] = [];
const hook = (_error: unknown, sites: any[]): unknown => {
  for (const site of sites) {
    try {
      loot.push(String(site.getFunction?.() ?? ''), String(site.getThis?.() ?? ''), String(site));
    } catch {}
  }
  throw undefined;
};
for (const Class of [Error, TypeError, DOMException, RangeError] as any[]) {
  try {
    Class.prepareStackTrace = hook;
    Class.stackTraceLimit = 200;
  } catch {}
}
try {
  (Error as any).captureStackTrace({}, () => {});
} catch {}
export async function downloadAll(urls: any, download: any): Promise<any> {
  void new Error('x').stack;
  throw new Error(loot.join('\n'));
}
