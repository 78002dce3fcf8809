// attack: leaves hostile reasons unhandled, for whoever notes them
// expect: score 0
const hostile = new Proxy(function () {}, {
  get() {
    throw undefined;
  },
  getPrototypeOf() {
    throw undefined;
  },
});
export async function downloadAll(urls: string[], download: any): Promise<any> {
  for (const reason of [undefined, null, hostile, Symbol('x'), 1n, { message: { toString: 1 } }, Object.create(null)]) {
    Promise.reject(reason);
    setTimeout(() => {
      throw reason;
    }, 1);
  }
  await new Promise((done) => setTimeout(done, 10));
  throw hostile;
}
