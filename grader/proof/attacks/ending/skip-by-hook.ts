// attack: A7 skips every test from a hook that the submission registers
// expect: rejected-file
import { beforeEach } from 'vitest';
beforeEach((context: any) => context.skip());
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
