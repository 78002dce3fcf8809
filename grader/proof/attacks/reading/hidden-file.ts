// attack: C1 reads the hidden test from the disk
// expect: rejected-file
import fs from 'node:fs';
const text = fs.readFileSync('grader/hidden/1.2-benefits/overlap/overlap.test.ts', 'utf8');
export async function downloadAll(): Promise<any> {
  throw new Error(text);
}
