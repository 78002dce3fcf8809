// attack: C1 hides import.source() in evaluated text, where the wall only looks for "import("
// expect: score 0
const loot: string[] = [];
const g: any = globalThis;
const text = 'im' + 'port.source("data:application/wasm;base64,AGFzbQEAAAA=")';
const evaluate: Record<string, (code: string) => any> = {
  eval: (code) => g['ev' + 'al'](code),
  function: (code) => new g.Function(`return ${code}`)(),
  constructor: (code) => (() => {}).constructor(`return ${code}`)(),
  async: (code) => (async () => {}).constructor(`return ${code}`)(),
  generator: (code) => Object.getPrototypeOf(function* () {}).constructor(`return ${code}`)().next().value,
  compartment: (code) => new g.Compartment().evaluate(code),
  evading: (code) => new g.Compartment({ __options__: true }).evaluate(code, { __evadeImportExpressionTest__: true }),
  reflect: (code) => Reflect.construct(g.Function, [`return ${code}`], class {})(),
  timer: (code) => g.setTimeout(code, 0),
};
export async function downloadAll(): Promise<any> {
  for (const [name, run] of Object.entries(evaluate)) {
    try {
      const module = await run(text);
      loot.push(`${name} got ${Object.prototype.toString.call(module)}`);
      loot.push(Object.getOwnPropertyNames(module.constructor).join());
    } catch (error: any) {
      loot.push(`${name}: ${error?.message}`);
    }
  }
  throw new Error(loot.join('\n'));
}
