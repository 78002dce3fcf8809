// attack: catches an error of the grader's own and makes instanceof lie about all of them from now on
// expect: score 0
import { todo } from '#course';
const poison = (error: any): void => {
  for (let o = error; o; o = Object.getPrototypeOf(o)) {
    for (const target of [o, o.constructor]) {
      try {
        Object.defineProperty(target, Symbol.hasInstance, { value: () => false });
      } catch {}
      try {
        target.kind = undefined;
        target.message = undefined;
      } catch {}
    }
  }
};
try {
  for (let i = 0; i < 20; i++) console.log('x'.repeat(100_000));
} catch (error) {
  poison(error);
}
export async function downloadAll(_urls: any, download: any): Promise<any> {
  await download(
    new Proxy(
      {},
      {
        ownKeys() {
          throw 1;
        },
      },
    ),
  ).catch(poison);
  try {
    todo();
  } catch (error) {
    poison(error);
  }
  return 'wrong';
}
