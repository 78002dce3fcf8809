// attack: E1 loops while it is loaded
// expect: blocked
for (;;);
export {};
