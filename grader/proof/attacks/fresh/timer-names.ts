// attack: callbacks whose name, length and bind are hostile, for whoever wraps them
// expect: score 0
export async function downloadAll(): Promise<any> {
  for (const name of ['name', 'length', 'bind', 'call', 'apply', 'prototype']) {
    const callback: any = () => {};
    try {
      Object.defineProperty(callback, name, {
        get() {
          throw undefined;
        },
      });
      setTimeout(callback, 1);
      setImmediate(callback);
      (globalThis as any).process.nextTick(callback);
      queueMicrotask(callback);
      new EventTarget().addEventListener('x', callback);
    } catch {}
  }
  const delay: any = {
    valueOf() {
      throw undefined;
    },
  };
  try {
    setTimeout(() => {}, delay);
  } catch {}
  try {
    clearTimeout(delay);
  } catch {}
  return 'wrong';
}
