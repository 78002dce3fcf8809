// attack: E4 operations that start operations for ever
// expect: score 0
export function downloadAll(urls: string[], download: any): Promise<any> {
  const again = (): void => void download(urls[0] ?? '/a').then(again, again);
  again();
  return new Promise(() => {});
}
