// attack: E1 loops in the engine's own code, which neither an inspector nor an interrupt can stop, on load and in a getter
// expect: blocked
// 30 seconds before it was fixed: three watchdogs waited ten seconds each for a line that they could not see.
const endless: any = Array.prototype.indexOf.bind({ length: 2 ** 53 - 1 } as any, 1);
export async function downloadAll(urls: string[]): Promise<any> {
  if (urls.length % 2 === 0) endless();
  return Object.defineProperty({}, 'text', { get: endless, enumerable: true });
}
