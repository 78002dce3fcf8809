// attack: resolves with a proxied function, which is copied as a word, and is then asked for its prototype
// expect: score 0
export async function downloadAll(): Promise<any> {
  return new Proxy(function () {}, {
    getPrototypeOf() {
      throw undefined;
    },
  });
}
