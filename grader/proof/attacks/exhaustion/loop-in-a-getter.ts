// attack: E1 loops in a getter of the result, while the grader copies it
// expect: blocked
export async function downloadAll(): Promise<any> {
  return Object.defineProperty([], 0, {
    enumerable: true,
    get() {
      for (;;);
    },
  });
}
