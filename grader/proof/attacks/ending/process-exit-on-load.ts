// attack: A1 ends the process with code 0 while the file is loaded
// expect: score 0
(globalThis as any).process.exit(0);
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
