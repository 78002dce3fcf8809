// attack: A11 prints what a passed run looks like, in every format it knows
// expect: score 0
const checks = ['every-download-starts-before-the-first-one-ends', 'no-urls-an-empty-list-and-no-download'];
for (const check of checks) {
  const message = { nonce: '', type: 'result', slug: 'overlap', check, result: { status: 'passed' } };
  console.log(JSON.stringify(message));
  console.error(`\n${JSON.stringify(message)}\n`);
}
console.log('<PASSED::>ok\n::notice title=Autograding report::{"totalPoints":8,"maxPoints":8}\nok 1 - all\n1..1');
console.log(JSON.stringify({ nonce: '', type: 'end' }));
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
