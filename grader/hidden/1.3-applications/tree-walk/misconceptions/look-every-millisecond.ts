export const misconception = {
  belief: {
    en: 'I look every millisecond whether a hand is free and a folder waits.',
    zh: '我每毫秒看一次，有没有空闲的人手和等待的文件夹。',
  },
  refutation: {
    en: 'Between two looks a hand is idle, and most looks find nothing. The end of a listing is the moment at which there is something new: start the next one there.',
    zh: '两次查看之间，人手是闲着的，而多数查看一无所获。列举结束的那一刻才有新情况：就在那里开始下一个。',
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
  const queue = [root];
  let inFlight = 0;
  let total = 0;
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (queue.length === 0 && inFlight === 0) {
        clearInterval(timer);
        resolve(total);
      }
      while (queue.length > 0 && inFlight < limit) {
        const path = queue.pop() as string;
        inFlight += 1;
        list(path).then(
          (entries) => {
            inFlight -= 1;
            for (const { name, kind, size } of entries) {
              if (kind === 'folder') queue.push(`${path}/${name}`);
              else total += size;
            }
          },
          (reason: unknown) => {
            queue.length = 0;
            clearInterval(timer);
            reject(reason);
          },
        );
      }
    };
    const timer = setInterval(look, 1);
    look();
  });
}
