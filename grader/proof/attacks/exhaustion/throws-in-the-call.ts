// attack: E15 the call itself throws undefined, and no promise is returned
// expect: score 0
export function downloadAll(): any {
  throw undefined;
}
