// attack: C16 imports what another student has handed in
// expect: rejected-file
import { downloadAll as theirs } from '../../../../alice/1.2-benefits/overlap/overlap.ts';
export const downloadAll = theirs;
