// attack: rejects with a proxy whose trap lets the first questions pass and then throws undefined in the grader
// expect: score 0
let patience = 0;
export async function downloadAll(): Promise<any> {
  patience += 1;
  let asked = 0;
  const limit = patience % 6;
  throw new Proxy(new Error('x'), {
    getPrototypeOf() {
      asked += 1;
      if (asked > limit) throw undefined;
      return Error.prototype;
    },
  });
}
