// attack: B3 replaces JSON.stringify, so that the report of a result says passed
// expect: score 0
const forged = () => '{"type":"result","result":{"status":"passed"}}';
try {
  (JSON as any).stringify = forged;
} catch {}
try {
  Object.defineProperty(String.prototype, 'toJSON', { value: forged });
} catch {}
try {
  Object.defineProperty(Object.prototype, 'toJSON', { value: forged });
} catch {}
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
