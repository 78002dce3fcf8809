// attack: E9 throws an error with a message of fifty megabytes
// expect: score 0
export async function downloadAll(): Promise<any> {
  const error = new Error('m'.repeat(5e7));
  error.name = 'n'.repeat(5e7);
  error.stack = 's'.repeat(5e7);
  throw error;
}
