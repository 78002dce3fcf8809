// attack: A13 writes to the files and commands that a CI run listens to
// expect: score 0
const env = (globalThis as any).process.env;
console.log('::add-mask::0\n::set-output name=score::8\n::stop-commands::x');
const fs = (globalThis as any).process.getBuiltinModule('node:fs');
for (const name of ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY']) fs.appendFileSync(env[name], 'score=8\n');
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
