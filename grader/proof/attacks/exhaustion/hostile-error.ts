// attack: E15 an error all of whose fields throw
// expect: score 0
class Hostile extends Error {
  get message(): any {
    throw new Hostile();
  }
  get stack(): any {
    throw new Hostile();
  }
  get name(): any {
    throw undefined;
  }
  get cause(): any {
    throw undefined;
  }
  get code(): any {
    throw undefined;
  }
  toString(): any {
    throw undefined;
  }
  toJSON(): any {
    throw undefined;
  }
}
export async function downloadAll(): Promise<any> {
  throw new Hostile();
}
