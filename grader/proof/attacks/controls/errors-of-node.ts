// attack: none; catches what node's own functions throw, looks at its class, marks it, hands it on
// expect: passed
const caught = (call: () => unknown): any => {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};
function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
const type = caught(() => new EventTarget().addEventListener('x', 1 as any));
check(type instanceof TypeError && type.constructor === TypeError && type.code === 'ERR_INVALID_ARG_TYPE', 'a TypeError');
const target = new EventTarget();
const event = new Event('x');
let recursion: any;
target.addEventListener('x', () => {
  recursion = caught(() => target.dispatchEvent(event));
});
target.dispatchEvent(event);
check(recursion instanceof Error && recursion.code === 'ERR_EVENT_RECURSION' && /dispatched/.test(recursion), 'an Error');
for (const error of [type, recursion, caught(() => new URL('no url')), caught(() => atob('*')), caught(() => structuredClone(() => {}))]) {
  error.attempt = 1;
  if (!(error instanceof DOMException)) error.message = `${error.name}: ${error.message}`;
  check(error.attempt === 1 && Object.keys(error).includes('attempt') && typeof error.message === 'string', 'marked');
  check(new Error('outer', { cause: error }).cause === error && error instanceof Error, 'a cause');
}
const clone = structuredClone(new DOMException('late', 'TimeoutError'));
check(clone instanceof DOMException && clone.name === 'TimeoutError', 'a clone');
class NotFound extends TypeError {
  override name = 'NotFound';
}
check(new NotFound('x').toString() === 'NotFound: x', 'a subclass');
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  return Promise.all(urls.map((url) => download(url)));
}
