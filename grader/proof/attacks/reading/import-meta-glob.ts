// attack: C2 lets vite read the hidden tests for it
// expect: rejected-file
const files = (import.meta as any).glob('../../../grader/hidden/**/*.ts', { query: '?raw', import: 'default', eager: true });
export async function downloadAll(): Promise<any> {
  throw new Error(JSON.stringify(files));
}
