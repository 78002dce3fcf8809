// attack: A1 an export named then that never calls back keeps the module from being loaded
// expect: score 0
export function then(): void {}
export function downloadAll(): Promise<any> {
  return new Promise(() => {});
}
