// attack: gives its error a stack that names lines of the grader, of other files and of its own
// expect: score 0
export async function downloadAll(): Promise<any> {
  const error: any = new Error('x');
  error.stack = `Error: x\n    at overlap.ts:${'1'.repeat(1e5)}:1\n${'    at overlap.ts:1:1\n'.repeat(1e4)}`;
  throw error;
}
