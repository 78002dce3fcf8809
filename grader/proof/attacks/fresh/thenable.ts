// attack: returns a thenable that settles twice, at once, and with itself
// expect: score 0
export function downloadAll(urls: string[]): any {
  return {
    then(resolve: any, reject: any) {
      resolve({ then: (done: any) => (done('wrong'), done([])) });
      reject(new Error('too'));
      resolve(urls);
      throw undefined;
    },
  };
}
