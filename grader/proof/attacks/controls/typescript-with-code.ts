// attack: none; enums, const enums, namespaces, parameter properties, abstract classes, overloads, satisfies, assertions
// expect: passed
enum Status {
  Waiting,
  Done = 'done',
}
const enum Flag {
  On = 1 << 2,
}
namespace Tools {
  export const start = <T,>(list: readonly T[], run: (item: T) => Promise<string>): Promise<string>[] => list.map((item) => run(item));
  export namespace Deep {
    export const flag: number = Flag.On;
  }
}
abstract class Base {
  constructor(protected readonly status: Status) {}
  abstract run(): Promise<string[]>;
}
class All extends Base {
  declare readonly nothing: string;
  constructor(
    private readonly urls: readonly string[],
    public download: (url: string) => Promise<string>,
  ) {
    super(Status.Waiting);
  }
  override run(): Promise<string[]> {
    if (Tools.Deep.flag !== 4 || this.status !== Status.Waiting) throw new Error(Status.Done);
    return Promise.all(Tools.start(this.urls, this.download!)) satisfies Promise<string[]> as Promise<string[]>;
  }
}
export function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]>;
export function downloadAll(urls: any, download: any): any {
  return new All(<any>urls, download).run();
}
