// attack: E1 loops when its export is called for the last check only, after letting the others fail
// expect: blocked
export async function downloadAll(urls: string[]): Promise<any> {
  while (urls[0] === urls[2] && urls.length === 3);
  return 'wrong';
}
