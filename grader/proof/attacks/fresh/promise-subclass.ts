// attack: returns a subclass of Promise with species, then and constructor of its own
// expect: score 0
class Liar extends Promise<any> {
  static get [Symbol.species]() {
    return function (executor: any) {
      executor(
        () => {},
        () => {},
      );
    } as any;
  }
  then(done: any): any {
    done?.('wrong');
    return { constructor: undefined };
  }
  get constructor(): any {
    throw undefined;
  }
}
export function downloadAll(): any {
  return new Liar(() => {});
}
