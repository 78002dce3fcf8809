// attack: B3 replaces Promise.prototype.then and Promise.all, to change what the grader sees settle
// expect: score 0
const lie = function (this: any, done: any) {
  done?.(['text of /a']);
  return this;
};
for (const name of ['then', 'catch', 'finally']) {
  try {
    (Promise.prototype as any)[name] = lie;
  } catch {}
}
try {
  Promise.all = (async () => []) as any;
} catch {}
const promise: any = Promise.resolve('wrong');
promise.then = lie;
promise.constructor = function () {};
export function downloadAll(): any {
  return promise;
}
