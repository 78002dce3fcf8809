// attack: reads the source of a handler that the check itself put on the signal, and calls it
// exercise: sleep-with-signal
// expect: score <= 3
// Who never waits leaves no timer and no listener behind.
export function sleep(_ms: number, signal?: any): Promise<void> {
  const loot = [String(signal?.onabort)];
  for (const key of Reflect.ownKeys(signal ?? {})) {
    const value = signal[key];
    if (!(value instanceof Map)) continue;
    for (const root of value.values()) for (let node = root?.next; node; node = node.next) loot.push(String(node.callback), String(node.listener));
  }
  return Promise.reject(new Error(loot.join()));
}
