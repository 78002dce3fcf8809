// attack: exports a name that has no value yet when it is read
// expect: score 0
if (Math.random() < 2) throw new Error('stop before the class is made');
export class downloadAll {}
