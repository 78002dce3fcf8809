// attack: A10 sets retry and timeouts of the runner
// expect: rejected-file
import { vi } from 'vitest';
vi.setConfig({ retry: 50, testTimeout: 1 } as any);
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
