// attack: E16 sets a million timers
// expect: score 0
export async function downloadAll(): Promise<any> {
  for (let i = 0; i < 1e6; i++) setTimeout(() => {}, i);
  return 'wrong';
}
