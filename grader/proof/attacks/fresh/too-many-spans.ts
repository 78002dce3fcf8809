// attack: starts so many operations that a spread over them overflows the grader's stack
// expect: score 0
export async function downloadAll(urls: string[], download: any): Promise<any> {
  for (let i = 0; i < 200_000; i++) void download(urls[0]);
  return 'wrong';
}
