// attack: E16 adds listeners and dependent signals without end
// expect: score 0
export async function downloadAll(): Promise<any> {
  const { signal } = new AbortController();
  for (let i = 0; i < 2e4; i++) {
    signal.addEventListener('abort', () => {});
    AbortSignal.any([signal]);
  }
  return 'wrong';
}
