// attack: C1 re-exports everything of the published solution
// expect: rejected-file
export * from '../../../solutions/1.2-benefits/overlap/overlap.ts';
