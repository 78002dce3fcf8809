// attack: E6 fills the heap
// expect: memory
const kept: any[] = [];
for (;;) kept.push(new Array(1e5).fill(Math.random()));
export {};
