// attack: A4 stops the driver by a timer whose place in the order throws when it is compared
// expect: score <= 2
// All downloads are started at once, which one check is about.
export async function downloadAll(urls: string[], download: any): Promise<any> {
  const handle: any = setTimeout(() => {}, 50);
  const evil = {
    valueOf() {
      throw undefined;
    },
  };
  handle.armed?.(7, evil);
  (setTimeout(() => {}, 50) as any).armed?.(evil, evil);
  for (const url of urls) download(url);
  return 'wrong';
}
