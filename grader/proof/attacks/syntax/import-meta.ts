// attack: uses import.meta
// expect: rejected-file
export async function downloadAll(): Promise<any> {
  return (import.meta as any).resolve('node:fs');
}
