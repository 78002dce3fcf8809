// attack: B2 replaces the matchers
// expect: rejected-file
import { expect } from 'vitest';
const ok = () => ({ pass: true, message: () => '' });
expect.extend({ toBe: ok, toEqual: ok, toThrow: ok, toStrictEqual: ok } as any);
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
