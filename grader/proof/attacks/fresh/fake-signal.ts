// attack: gives the operation signals whose methods and internal fields are the submission's own
// expect: score 0
export async function downloadAll(urls: string[], download: any): Promise<any> {
  const signal: any = new AbortController().signal;
  const trap = () => {
    throw undefined;
  };
  for (const key of Reflect.ownKeys(signal)) {
    try {
      Object.defineProperty(signal, key, { get: trap, set: trap, configurable: true });
    } catch {}
  }
  signal.addEventListener = trap;
  for (const url of urls) {
    try {
      void download(url, { signal }).catch(() => {});
    } catch {}
  }
  await new Promise((done) => setTimeout(done, 1_000));
  return 'wrong';
}
