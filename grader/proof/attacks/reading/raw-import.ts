// attack: C2 imports the hidden test as text
// expect: rejected-file
import text from '../../../grader/hidden/1.2-benefits/overlap/overlap.test.ts?raw';
export async function downloadAll(): Promise<any> {
  throw new Error(text);
}
