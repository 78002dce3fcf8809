// attack: A19 defines or replaces the test functions as globals, and hooks of other runners
// expect: score 0
Object.assign(globalThis, {
  test: () => {},
  expect: () => new Proxy({}, { get: () => () => true }),
  claim: () => true,
  checksFor: () => () => {},
  afterEach: () => {},
  __vitest_worker__: {},
  lab: { run: async () => ({ status: 'fulfilled' }) },
});
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
