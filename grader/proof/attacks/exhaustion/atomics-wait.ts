// attack: E4 puts the thread to sleep
// expect: score 0
export async function downloadAll(): Promise<any> {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return 'wrong';
}
