// attack: none; comments, texts, expressions and names that contain import( eval( and html comments
// expect: passed
// import('fs') eval('x') <!-- --> require('fs') import.meta })
/* import("fs") --> eval("1") <!-- */
const texts = ['import("node:fs")', "eval('1')", `<!-- ${'-->'} import(${1})`, 'import.meta', '})', '//# sourceURL=x'];
const expression = /import\(|eval\(|<!--|-->/;
const tools = { import: (x: number) => x, eval: (x: number) => x, class: 1, await: 2 };
class Loader {
  import(x: number): number {
    return x;
  }
  eval(x: number): number {
    return this.import(x);
  }
}
const $export = 1;
const $course = 2;
const $default = 3;
/** eval(this) and import(that) <!-- doc --> */
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  let n = 3;
  while (n --> 0) if (1 < !--n as any) break;
  const sum = tools.import(1) + tools.eval(1) + new Loader().eval(1) + $export + $course + $default;
  if (texts.filter((text) => expression.test(text)).length !== 3 || sum !== 9) throw new Error(`${sum} import( eval(`);
  return Promise.all(urls.map((url) => download(url)));
}
