// attack: climbs from an error of node's to V8's own Error, whose hook notes a forged stack, so that its throw shows no line
// exercise: promisify
// expect: score 0
let hook: any;
const target = new EventTarget();
const event = new Event('x');
target.addEventListener('x', () => {
  try {
    target.dispatchEvent(event);
  } catch (error: any) {
    hook = error.constructor.prepareStackTrace;
  }
});
target.dispatchEvent(event);
const site: any = new Proxy({}, { get: (_, key) => (key === Symbol.toPrimitive || key === 'toString' ? () => 'at check (course:1:1)' : () => undefined) });
const hostile = {
  toString() {
    const error = new TypeError('broken');
    try {
      hook?.(error, [site]);
    } catch {}
    throw error;
  },
};
export function promisify(): any {
  return () => Promise.reject(hostile);
}
