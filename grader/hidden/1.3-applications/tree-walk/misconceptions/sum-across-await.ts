export const misconception = {
  belief: {
    en: '`total += await …` is one step.',
    zh: '`total += await …` 是一步完成的。',
  },
  refutation: {
    en: `It reads total, suspends, and adds to what it read: whatever was added meanwhile is lost. Await first, then add.`,
    zh: `它先读出 total，然后挂起，再在读到的值上相加：其间加进去的都丢了。先 await，再相加。`,
  },
  read: '1.3-applications',
};

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

export async function diskUsage(root: string, list: List, limit: number): Promise<number> {
  const limited = createLimiter(limit);
  let total = 0;
  let failed = false;
  const sizeOf = async (path: string): Promise<{ files: number; folders: string[] }> => {
    const entries = await limited(async () => {
      if (failed) return [];
      try {
        return await list(path);
      } catch (error) {
        failed = true;
        throw error;
      }
    });
    const files = entries.filter(({ kind }) => kind === 'file');
    const folders = entries.filter(({ kind }) => kind === 'folder');
    return {
      files: files.reduce((sum, { size }) => sum + size, 0),
      folders: folders.map(({ name }) => `${path}/${name}`),
    };
  };
  const walk = async (path: string): Promise<void> => {
    const listing = sizeOf(path);
    total += (await listing).files;
    await Promise.all((await listing).folders.map(walk));
  };
  await walk(root);
  return total;
}
