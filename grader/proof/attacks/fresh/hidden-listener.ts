// attack: leaves its abort listener on the signal and hides it in node's own list from whoever counts
// exercise: sleep-with-signal
// expect: score <= 15
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
    if (!signal) return;
    const key: any = Object.getOwnPropertySymbols(signal).find((symbol) => String(symbol) === 'Symbol(kEvents)');
    const root = (signal as any)[key].get('abort');
    let node = root.next;
    while (node?.next) node = node.next;
    // Ends the list for who reads `listener`, and not for who calls `callback`; one stays visible, because somebody counts
    // one too many.
    if (node !== root.next) Object.defineProperty(node, 'listener', { get: () => undefined });
  });
}
