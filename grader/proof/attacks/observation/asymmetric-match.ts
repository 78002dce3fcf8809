// attack: B5 returns an object that the equality of jest and vitest takes for a matcher that always agrees
// expect: score 0
const matcher: any = { $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true, equals: () => true, sample: 1, inverse: false };
export async function downloadAll(): Promise<any> {
  return matcher;
}
