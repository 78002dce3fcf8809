// attack: B3 replaces the comparisons that a test library relies on
// expect: score 0
const always = () => true;
for (const [holder, name] of [[Object, 'is'], [Array, 'isArray'], [Number, 'isNaN'], [Reflect, 'get'], [Object, 'keys'], [Object.prototype, 'hasOwnProperty']] as any) {
  try {
    holder[name] = always;
  } catch {}
  try {
    Object.defineProperty(holder, name, { value: always });
  } catch {}
}
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
