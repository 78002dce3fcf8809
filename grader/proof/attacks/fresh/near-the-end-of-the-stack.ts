// attack: calls the operation where it has a little room on the stack, but less and less
// expect: score 0
export async function downloadAll(urls: string[], download: any): Promise<any> {
  let deepest = 0;
  const measure = (depth: number): void => {
    deepest = depth;
    measure(depth + 1);
  };
  try {
    measure(0);
  } catch {}
  const callAt = (depth: number): void => {
    if (depth > 0) callAt(depth - 1);
    else download(urls[0]).catch(() => {});
  };
  for (let left = 1_000; left > 0; left -= 10) {
    try {
      callAt(deepest - left);
    } catch {}
  }
  return 'wrong';
}
