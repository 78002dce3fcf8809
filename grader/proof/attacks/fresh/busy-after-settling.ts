// attack: settles at once and keeps the loop busy, so that the run is cut off before what follows is seen
// expect: score 0
export async function downloadAll(urls: string[], download: any): Promise<any> {
  let turns = 0;
  const spin = (): void => {
    turns += 1;
    if (turns < 5_000) setImmediate(spin);
    else for (const url of urls) void download(url);
  };
  spin();
  return 'wrong';
}
