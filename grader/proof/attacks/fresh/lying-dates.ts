// attack: passes classes that extend Date, and dates with hostile new.target, to what tells the time
// expect: score 0
export async function downloadAll(): Promise<any> {
  class Later extends Date {
    static [Symbol.hasInstance]() {
      return true;
    }
    constructor() {
      super(1e12);
    }
    getTime() {
      return 1e12;
    }
  }
  const target: any = function () {};
  Object.defineProperty(target, 'prototype', {
    get() {
      throw undefined;
    },
  });
  try {
    Reflect.construct(Date, [], target);
  } catch {}
  try {
    (Date as any).now = () => 1e12;
  } catch {}
  return [new Later(), Date.now()];
}
