// attack: A14 A17 overwrites the result file and the test script, now and after the end
// expect: rejected-file
import { spawn } from 'node:child_process';
import fs from 'node:fs';
fs.writeFileSync('results.json', '{"score":8}');
spawn('sh', ['-c', 'sleep 1; echo forged > results.json'], { detached: true, stdio: 'ignore' }).unref();
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
