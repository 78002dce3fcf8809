// attack: A2 throws a proxy out of a timer, so that the handler of uncaught exceptions throws itself
// expect: score 0
const hostile = () =>
  new Proxy(Object.create(null), {
    get: () => {
      throw undefined;
    },
    getPrototypeOf: () => {
      throw undefined;
    },
    has: () => {
      throw undefined;
    },
    ownKeys: () => {
      throw undefined;
    },
  });
export async function downloadAll(): Promise<any> {
  setTimeout(() => {
    throw hostile();
  }, 1);
  queueMicrotask(() => {
    throw hostile();
  });
  (globalThis as any).process.nextTick(() => {
    throw hostile();
  });
  Promise.reject(hostile());
  return 'wrong';
}
