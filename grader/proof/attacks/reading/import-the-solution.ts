// attack: C1 re-exports the published solution
// expect: rejected-file
export { downloadAll } from '../../../solutions/1.2-benefits/overlap/overlap.ts';
