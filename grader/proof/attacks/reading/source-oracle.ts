// attack: C4 asks of functions of the grader whether they contain a text, by toString on proxies and bound copies
// expect: score 0
export async function downloadAll(urls: any, download: any): Promise<any> {
  const shown = [download, new Proxy(download, {}), download.bind(null), Object.create(download), class extends download {}].map((value) => {
    try {
      return Function.prototype.toString.call(value);
    } catch (error: any) {
      return error.message;
    }
  });
  throw new Error(shown.join());
}
