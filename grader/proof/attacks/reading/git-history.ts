// attack: C17 asks git for the solution
// expect: rejected-file
import { execSync } from 'node:child_process';
const text = execSync('git log -p -- solutions grader/hidden').toString();
export async function downloadAll(): Promise<any> {
  throw new Error(text);
}
