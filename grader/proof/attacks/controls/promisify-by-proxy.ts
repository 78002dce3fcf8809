// attack: none; a proxy of the old function, whose call is a promise by Promise.try and withResolvers
// exercise: promisify
// expect: passed
export const promisify: any = (old: any) =>
  new Proxy(old, {
    apply(target, self, args) {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const callback = function (...answer: unknown[]): void {
        const [error = null, result] = answer;
        if (Object.is(error, null)) resolve(result);
        else reject(error);
      };
      Promise.try(() => void Reflect.apply(target, self, args.concat([callback]))).catch(reject);
      return promise;
    },
  });
