// attack: names itself like a file of the grader, in comments that tools obey
// expect: score 0
//# sourceURL=file:///srv/course/grader/check/check.ts
//@ sourceURL=checks-overlap.mjs
/*# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozfQ== */
export async function downloadAll(): Promise<any> {
  throw new Error('at overlap.ts:1:1\n    at checks-overlap.mjs:1:1');
}
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIi9ldGMvcGFzc3dkIl0sIm1hcHBpbmdzIjoiQUFBQSJ9
