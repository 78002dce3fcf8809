interface Entry {
  name: string;
  kind: 'file' | 'folder';
  size: number;
}
type List = (path: string) => Promise<Entry[]>;
function createLimiter(limit: number) {
  const queue: (() => void)[] = [];
  let active = 0;
  return async <T>(job: () => Promise<T>): Promise<T> => {
    if (active >= limit) await new Promise<void>((go) => queue.push(go));
    else active += 1;
    try {
      return await job();
    } finally {
      const next = queue.shift();
      if (next) next();
      else active -= 1;
    }
  };
}

// Recursion: the slot is held for the listing only, and given back before the descent.
export async function diskUsage(root: string, list: List, limit: number): Promise<number> {
  const limited = createLimiter(limit);
  let failed = false;
  const listOnce = (path: string): Promise<Entry[]> =>
    limited(async () => {
      if (failed) return [];
      try {
        return await list(path);
      } catch (error) {
        failed = true;
        throw error;
      }
    });
  const walk = async (path: string): Promise<number> => {
    let sum = 0;
    const below: Promise<number>[] = [];
    for (const { name, kind, size } of await listOnce(path)) {
      if (kind === 'folder') below.push(walk(`${path}/${name}`));
      else sum += size;
    }
    return (await Promise.all(below)).reduce((all, size) => all + size, sum);
  };
  return walk(root);
}
