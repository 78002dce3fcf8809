// attack: rejects with a value that cannot be made a text, where a check puts it into its sentence; no line of its own throws
// exercise: promisify
// expect: score 0
// A check was lost as an internal error, which costs no points, before it was fixed.
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const hostile: any[] = [{ toString: JSON.parse.bind(null, '{') }, revoked.proxy, Object.create(null), { [Symbol.toPrimitive]: class {} }, Symbol('x')];
let calls = 0;
export function promisify(): any {
  return () => {
    calls += 1;
    return Promise.reject(hostile[calls % hostile.length]);
  };
}
