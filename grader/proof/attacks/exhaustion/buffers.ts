// attack: E6 fills memory outside of the heap
// expect: memory
const kept: any[] = [];
for (;;) kept.push(new Uint8Array(5e7).fill(1));
export {};
