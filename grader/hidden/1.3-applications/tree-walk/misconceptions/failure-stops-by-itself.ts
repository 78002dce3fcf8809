export const misconception = {
  belief: {
    en: `When Promise.all rejects, the rest of the walk stops.`,
    zh: `Promise.all 一失败，遍历的其余部分就会停下来。`,
  },
  refutation: {
    en: `Nothing stops: every listing that waits for a slot still gets one. Remember that it has failed, and look before you start.`,
    zh: `什么都不会停：每个等着名额的列举照样会得到名额。记住已经失败，开始之前先看一眼。`,
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
  const walk = async (path: string): Promise<number> => {
    const entries = await limited(() => list(path));
    const sizes = await Promise.all(
      entries.map(({ name, kind, size }) => (kind === 'folder' ? walk(`${path}/${name}`) : size)),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  return walk(root);
}
