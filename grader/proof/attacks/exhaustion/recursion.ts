// attack: E13 recursion without an end, in a call, a getter, toJSON and a proxy
// expect: score 0
export function downloadAll(): any {
  const error: any = {
    get message(): any {
      return this.message;
    },
    toJSON: () => JSON.stringify(error),
  };
  const down = (): number => 1 + down();
  try {
    down();
  } catch {
    throw error;
  }
}
