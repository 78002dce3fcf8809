interface Entry {
  name: string;
  kind: 'file' | 'folder';
  size: number;
}
type List = (path: string) => Promise<Entry[]>;

// No async function: a queue, a counter, and one promise for the whole walk.
export function diskUsage(root: string, list: List, limit: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const queue = [root];
    let active = 0;
    let total = 0;
    let over = false;
    const next = (): void => {
      if (over) return;
      if (active === 0 && queue.length === 0) resolve(total);
      while (active < limit && queue.length > 0) {
        const path = queue.shift() as string;
        active += 1;
        list(path).then(
          (entries) => {
            active -= 1;
            for (const { name, kind, size } of entries) {
              if (kind === 'folder') queue.push(`${path}/${name}`);
              else total += size;
            }
            next();
          },
          (error: unknown) => {
            over = true;
            reject(error);
          },
        );
      }
    };
    next();
  });
}
