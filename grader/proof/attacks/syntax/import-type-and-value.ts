// attack: hides a value import between type imports
// expect: rejected-file
import type { Stats } from 'node:fs';
import { type Dirent, readFileSync } from 'node:fs';
export type T = Stats | Dirent;
export async function downloadAll(): Promise<any> {
  throw new Error(readFileSync('/etc/passwd', 'utf8'));
}
