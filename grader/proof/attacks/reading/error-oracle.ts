// attack: C10 asks for expected values by wrong results of every kind, and for stacks of what the grader throws
// expect: score 0
let call = 0;
export async function downloadAll(urls: any, download: any): Promise<any> {
  call += 1;
  const errors: any[] = [];
  await download(new Array(2e5)).catch((error: any) => errors.push(error));
  try {
    (setTimeout as any)('x');
  } catch (error) {
    errors.push(error);
  }
  const texts = errors.map((error) => `${error.stack} ${JSON.stringify(Object.getOwnPropertyDescriptors(error))}`);
  return [texts.join(), call, urls];
}
