// attack: B11 B7 accessors on Object.prototype for the fields of a result
// expect: score 0
for (const name of ['status', 'state', 'errors', 'pass', 'passed', 'failure', 'kind', 'message', 'error', 'score', 'weight']) {
  try {
    Object.defineProperty(Object.prototype, name, { configurable: true, get: () => 'passed', set() {} });
  } catch {}
}
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
