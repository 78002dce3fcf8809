export const misconception = {
  belief: {
    en: `Doing one level after the other uses all hands.`,
    zh: `一层一层地做，就用上了所有人手。`,
  },
  refutation: {
    en: `A level ends when its slowest folder does. Until then the other hands are idle, though folders of the next level are known already.`,
    zh: `一层要等最慢的文件夹才算结束。在那之前，其余人手闲着，尽管下一层的文件夹早已知道。`,
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
  let level = [root];
  let total = 0;
  let failed = false;
  while (level.length > 0) {
    const listings = await Promise.all(
      level.map((path) =>
        limited(async () => {
          if (failed) return { path, entries: [] };
          try {
            return { path, entries: await list(path) };
          } catch (error) {
            failed = true;
            throw error;
          }
        }),
      ),
    );
    level = [];
    for (const { path, entries } of listings) {
      for (const { name, kind, size } of entries) {
        if (kind === 'folder') level.push(`${path}/${name}`);
        else total += size;
      }
    }
  }
  return total;
}
