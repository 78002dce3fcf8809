// attack: gives the error it was handed a message that throws undefined, where the grader builds its sentence
// expect: score <= 2
// All downloads are started at once, which one check is about.
export async function downloadAll(urls: string[], download: any): Promise<any> {
  for (const url of urls) {
    download(url).catch((error: any) => {
      for (const name of ['message', 'name', 'stack', 'code']) {
        Object.defineProperty(error, name, {
          get() {
            throw undefined;
          },
        });
      }
    });
  }
  await new Promise((done) => setTimeout(done, 1_000));
  return 'wrong';
}
