// attack: calls the operation at the very end of the stack, so that trusted code breaks in the middle
// expect: score 0
export async function downloadAll(urls: string[], download: any): Promise<any> {
  const dive = (): void => {
    try {
      dive();
    } catch {}
    try {
      download(urls[0]).catch(() => {});
      setTimeout(() => {}, 1);
      console.log(1);
    } catch {}
  };
  const shallow = (depth: number): void => {
    if (depth > 0) shallow(depth - 1);
    else dive();
  };
  try {
    shallow(10);
  } catch {}
  return 'wrong';
}
