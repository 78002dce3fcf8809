// attack: B9 exports then, so that awaiting the module yields an object of the attacker's
// expect: score 0
export function then(resolve: (value: unknown) => void): void {
  resolve(new Proxy({}, { get: () => () => 'wrong' }));
}
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
