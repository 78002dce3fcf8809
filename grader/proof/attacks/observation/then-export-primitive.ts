// attack: B9 exports then and resolves the module with a number, to break the grader
// expect: score 0
export const then = (resolve: (value: unknown) => void): void => resolve(42);
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
