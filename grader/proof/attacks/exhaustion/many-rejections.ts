// attack: E16 leaves a hundred thousand rejections unhandled
// expect: score 0
export async function downloadAll(): Promise<any> {
  for (let i = 0; i < 1e5; i++) void Promise.reject(new Error(`r${i}`));
  return 'wrong';
}
