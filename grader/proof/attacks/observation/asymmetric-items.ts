// attack: B5 a list of matchers that agree with every text
// expect: score 0
class Any {
  $$typeof = Symbol.for('jest.asymmetricMatcher');
  asymmetricMatch() {
    return true;
  }
  toAsymmetricMatcher() {
    return 'Any';
  }
}
export async function downloadAll(urls: string[]): Promise<any> {
  return urls.length === 0 ? new Any() : urls.map(() => new Any());
}
