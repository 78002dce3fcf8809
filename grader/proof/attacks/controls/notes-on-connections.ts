// attack: none; a pool that keeps its books on the connections themselves, with symbols, and hands a frozen one around
// exercise: db-pool
// expect: passed
const inUse = Symbol('in use');
type Marked<C> = C & { [inUse]?: boolean };
export class TimeoutError extends Error {
  override name = 'TimeoutError';
}
export const createPool = <C extends { readonly broken: boolean }>({ open, max }: { open: () => Promise<C>; max: number }) => {
  const known = new Set<Marked<C>>();
  const queue: { enter: () => void; timer: unknown }[] = [];
  let taken = 0;
  const idle = (): Marked<C> | undefined => {
    for (const one of known) if (one.broken && !one[inUse]) known.delete(one);
    return [...known].find((one) => !one[inUse]);
  };
  const leave = (): void => {
    const next = queue.shift();
    if (!next) {
      taken -= 1;
      return;
    }
    clearTimeout(next.timer as never);
    next.enter();
  };
  return {
    async use<T>(job: (connection: C) => Promise<T>, timeoutMs: number): Promise<T> {
      if (taken < max) taken += 1;
      else {
        await new Promise<void>((enter, reject) => {
          const entry = { enter, timer: undefined as unknown };
          entry.timer = setTimeout(() => {
            queue.splice(queue.indexOf(entry), 1);
            reject(new TimeoutError('nobody left'));
          }, timeoutMs);
          queue.push(entry);
        });
      }
      using _ = { [Symbol.dispose]: leave };
      const connection: Marked<C> = idle() ?? (await open());
      known.add(connection);
      connection[inUse] = true;
      using __ = {
        [Symbol.dispose]() {
          connection[inUse] = false;
        },
      };
      return await job(connection);
    },
  };
};
