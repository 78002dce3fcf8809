// attack: B8 an endless lazy proxy whose traps agree with everything
// expect: score 0
const endless: any = new Proxy(function () {}, {
  get: (_target, key) => (key === 'then' ? undefined : key === 'length' ? 3 : endless),
  apply: () => endless,
  has: () => true,
  ownKeys: () => ['0', '1', '2', 'length', 'prototype'],
  getOwnPropertyDescriptor: () => ({ value: endless, configurable: true, enumerable: true }),
});
export async function downloadAll(): Promise<any> {
  return endless;
}
