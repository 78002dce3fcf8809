// attack: none; function expressions with this, bind, call, apply, arguments and defaults
// expect: passed
export const downloadAll = function (this: unknown, urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  const self = {
    made: [] as Promise<string>[],
    add: function (this: { made: Promise<string>[] }, ...given: string[]) {
      this.made.push(download.call(undefined, arguments[0] ?? given[0]));
    },
  };
  const add = self.add.bind(self);
  urls.forEach((url) => add(url));
  return Promise.all.call(Promise, self.made) as Promise<string[]>;
};
