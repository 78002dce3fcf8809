// attack: results whose copying or printing needs more stack than there is
// expect: score 0
export async function downloadAll(): Promise<any> {
  let proxy: any = [];
  for (let i = 0; i < 100_000; i++) proxy = new Proxy(proxy, {});
  let nested: any = 'wrong';
  for (let i = 0; i < 18; i++) nested = [nested, nested];
  const error: any = new Error('x', { cause: proxy });
  Object.setPrototypeOf(error, proxy);
  throw error;
}
