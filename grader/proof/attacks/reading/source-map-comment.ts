// attack: C7 names the hidden test as its own source map and its own source
// expect: score 0
/// <reference path="../../../grader/hidden/1.2-benefits/overlap/overlap.test.ts" />
/// <amd-dependency path="/etc/passwd" />
export async function downloadAll(): Promise<any> {
  throw new Error('look at my line');
}
//# sourceMappingURL=../../../grader/hidden/1.2-benefits/overlap/overlap.test.ts
//# sourceURL=checks-overlap.mjs
