// attack: E1 settles first and loops in a microtask afterwards
// expect: blocked
export function downloadAll(): any {
  void Promise.resolve()
    .then(() => {})
    .then(() => {})
    .then(() => {
      for (;;);
    });
  return 'wrong';
}
