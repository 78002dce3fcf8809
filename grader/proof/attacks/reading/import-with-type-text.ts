// attack: C2 imports the hidden test with an import attribute
// expect: rejected-file
import text from '../../../solutions/1.2-benefits/overlap/overlap.ts' with { type: 'text' };
export async function downloadAll(): Promise<any> {
  throw new Error(text);
}
