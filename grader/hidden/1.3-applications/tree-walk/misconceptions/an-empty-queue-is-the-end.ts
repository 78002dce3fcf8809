export const misconception = {
  belief: {
    en: 'A hand that finds no folder in the queue has nothing left to do.',
    zh: '人手发现队列里没有文件夹，就没有事可做了。',
  },
  refutation: {
    en: 'The queue is empty for the moment: listings are in flight, and each of them may bring more folders. A hand that goes home then is missing for the rest of the walk.',
    zh: '队列只是暂时空了：还有列举在进行，每一个都可能带来更多文件夹。这时回家的人手，在剩下的遍历里就少了一个。',
  },
  read: '1.3-applications',
};

interface Entry {
  name: string;
  kind: 'file' | 'folder';
  size: number;
}
type List = (path: string) => Promise<Entry[]>;

export async function diskUsage(root: string, list: List, limit: number): Promise<number> {
  const queue: string[] = [];
  let total = 0;
  let failed = false;
  const listOne = async (path: string): Promise<void> => {
    for (const { name, kind, size } of await list(path)) {
      if (kind === 'folder') queue.push(`${path}/${name}`);
      else total += size;
    }
  };
  const hand = async (): Promise<void> => {
    for (let path = queue.pop(); path !== undefined && !failed; path = queue.pop()) {
      try {
        await listOne(path);
      } catch (reason) {
        failed = true;
        throw reason;
      }
    }
  };
  await listOne(root);
  await Promise.all(Array.from({ length: limit }, hand));
  return total;
}
