// attack: A1 ends the process with code 0 in the call, in a microtask and in a timer
// expect: score 0
const exit = () => (globalThis as any).process.exit(0);
export async function downloadAll(): Promise<any> {
  setTimeout(exit, 1);
  queueMicrotask(exit);
  return exit();
}
