export const misconception = {
  belief: {
    en: `Putting the whole recursive call under the limiter limits the walk.`,
    zh: `把整个递归调用放进限流器，就限制住了遍历。`,
  },
  refutation: {
    en: `A parent then holds its slot while it waits for children that need one: in a tree deeper than the limit everybody waits for somebody below. Hold the slot for the listing only.`,
    zh: `这样父文件夹在等待子文件夹时还占着名额，而孩子也需要名额：树比上限更深时，人人都在等下面的人。名额只在列举期间占用。`,
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
  const walk = (path: string): Promise<number> =>
    limited(async () => {
      const entries = await list(path);
      const sizes = await Promise.all(
        entries.map(({ name, kind, size }) => (kind === 'folder' ? walk(`${path}/${name}`) : size)),
      );
      return sizes.reduce((sum, size) => sum + size, 0);
    });
  return walk(root);
}
