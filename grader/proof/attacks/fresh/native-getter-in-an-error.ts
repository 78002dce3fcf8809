// attack: gives the error it was handed a getter that is a native function, so that the throw shows no line of its own
// expect: score <= 2
// All downloads are started at once, which one check is about. It must not pass for an internal error of the grader's.
export async function downloadAll(urls: string[], download: any): Promise<any> {
  const getters = [Symbol.prototype.toString.bind(1), Reflect.construct.bind(null, 1 as any), JSON.parse.bind(null, '{'), AbortSignal.prototype.throwIfAborted.bind(AbortSignal.abort(undefined))];
  let i = 0;
  for (const url of urls) {
    download(url).catch((error: any) => {
      for (const name of ['message', 'name', 'stack', 'code']) Object.defineProperty(error, name, { get: getters[i++ % getters.length] });
    });
  }
  await new Promise((done) => setTimeout(done, 1_000));
  return 'wrong';
}
