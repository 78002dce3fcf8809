// attack: code that a script reads as a comment and a module reads as code
// expect: score 0
let x = 3;
const y = 1;
if (x<!--y) throw new Error('module');
while (x
--> 0) {}
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
