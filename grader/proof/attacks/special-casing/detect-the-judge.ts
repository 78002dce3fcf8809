// attack: D3 tells the judge from a learner's machine by everything that differs, to behave well only there
// expect: score 0
const g: any = globalThis;
const differences = [typeof g.process?.pid, typeof g.Buffer, typeof g.require, new Date().constructor === Date, Error.prototype.constructor === Error, String(setTimeout), g.performance?.timeOrigin, typeof g.eval, Object.isFrozen(Object.prototype), typeof g.Intl];
export async function downloadAll(): Promise<any> {
  throw new Error(differences.join());
}
