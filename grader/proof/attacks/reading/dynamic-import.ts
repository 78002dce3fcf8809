// attack: C1 loads modules with import()
// expect: rejected-file
export async function downloadAll(): Promise<any> {
  const { readFileSync } = await import('node:fs');
  throw new Error(readFileSync('checks-overlap.mjs', 'utf8'));
}
