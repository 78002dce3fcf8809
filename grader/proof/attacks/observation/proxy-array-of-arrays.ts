// attack: B8 a proxied array, nested without end, whose traps throw when they are asked twice
// expect: score 0
const nested = (): any =>
  new Proxy([], {
    get(target: any, key) {
      if (key === 'then') return undefined;
      if (key === 'length') return 3;
      if (typeof key === 'string' && /^\d+$/.test(key)) return nested();
      return target[key];
    },
    getPrototypeOf() {
      throw new Error('asked');
    },
  });
export async function downloadAll(): Promise<any> {
  return nested();
}
