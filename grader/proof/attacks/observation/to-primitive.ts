// attack: B5 returns values that convert to whatever they are compared with
// expect: score 0
const chameleon: any = {
  valueOf: () => 100,
  toString: () => 'text of /a',
  [Symbol.toPrimitive]: (hint: string) => (hint === 'number' ? 100 : 'text of /a'),
};
export async function downloadAll(): Promise<any> {
  return [chameleon, chameleon, chameleon, chameleon];
}
