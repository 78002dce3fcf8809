// attack: A1 leaves the event loop without anything to do, so that the process ends by itself
// expect: score 0
export function downloadAll(): Promise<any> {
  return new Promise(() => {});
}
