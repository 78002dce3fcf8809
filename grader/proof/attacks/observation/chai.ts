// attack: B2 patches the assertion library
// expect: rejected-file
import { chai } from 'vitest';
(chai as any).Assertion.prototype.assert = function (this: any) {
  return this;
};
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
