// attack: sets the prototype of the error it was handed to a proxy, for the grader's own instanceof
// expect: score <= 2
// All downloads are started at once, which one check is about.
export async function downloadAll(urls: string[], download: any): Promise<any> {
  const trap = () => {
    throw undefined;
  };
  const hostile = new Proxy({}, { getPrototypeOf: trap, get: trap, has: trap, getOwnPropertyDescriptor: trap });
  for (const url of urls) download(url).catch((error: any) => Object.setPrototypeOf(error, hostile));
  await new Promise((done) => setTimeout(done, 1_000));
  return 'wrong';
}
