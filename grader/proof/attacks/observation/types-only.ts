// attack: B23 weakens the types: nocheck, casts, redeclared modules and globals
// expect: score 0
// @ts-nocheck
declare module 'vitest' {
  const expect: any;
}
declare global {
  var Promise: any;
}
type Equal<A, B> = true;
export const downloadAll = ((): any => 'wrong') as any as (urls: string[]) => Promise<string[]>;
