// attack: A8 adds a test.only of its own, so that no other test runs
// expect: rejected-file
import { test } from 'vitest';
test.only('fine', () => {});
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
