// attack: E9 E13 returns a value that is nested a hundred thousand levels deep
// expect: score 0
export async function downloadAll(): Promise<any> {
  let nested: any = [];
  for (let i = 0; i < 1e5; i++) nested = [nested];
  const error: any = new Error('x');
  error.cause = nested;
  return [nested, error];
}
