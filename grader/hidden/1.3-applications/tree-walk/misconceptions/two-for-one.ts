export const misconception = {
  belief: {
    en: 'A listing that ends makes room for the next one, so it starts the next one.',
    zh: '一次列举结束，就空出一个位置，所以由它开始下一次。',
  },
  refutation: {
    en: 'At the beginning, and below a narrow place, more hands are free than the one that has just come back. Start listings as long as there are both a free hand and a waiting folder: that is a loop.',
    zh: '在开头，以及在狭窄处之后，空闲的人手不止刚回来的那一个。只要既有空闲的人手又有等待的文件夹，就继续开始列举：这是循环。',
  },
  read: '1.3-applications',
};

interface Entry {
  name: string;
  kind: 'file' | 'folder';
  size: number;
}
type List = (path: string) => Promise<Entry[]>;

export function diskUsage(root: string, list: List, limit: number): Promise<number> {
  const queue: string[] = [];
  let inFlight = 0;
  let total = 0;
  let failed = false;
  return new Promise((resolve, reject) => {
    const start = (path: string): void => {
      inFlight += 1;
      list(path).then(
        (entries) => {
          inFlight -= 1;
          if (failed) return;
          for (const { name, kind, size } of entries) {
            if (kind === 'folder') queue.push(`${path}/${name}`);
            else total += size;
          }
          // The root makes room for everybody.
          const many = path === root ? limit : 2;
          for (const next of queue.splice(0, Math.min(many, limit - inFlight))) start(next);
          if (inFlight === 0) resolve(total);
        },
        (reason: unknown) => {
          failed = true;
          reject(reason);
        },
      );
    };
    start(root);
  });
}
