export const misconception = {
  belief: {
    en: 'A failure has a reason, so `if (failure)` tells whether there was one.',
    zh: '失败总有原因，所以 `if (failure)` 就能看出有没有失败。',
  },
  refutation: {
    en: 'A promise can reject with anything, also with `undefined`, `0` or an empty text. Note that it failed apart from what it failed with.',
    zh: 'promise 可以以任何东西失败，也可以是 `undefined`、`0` 或空字符串。失败与否，要和失败的原因分开记。',
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
  let failure: unknown;
  return new Promise((resolve, reject) => {
    const next = (): void => {
      while (!failure && queue.length > 0 && inFlight < limit) {
        const path = queue.pop() as string;
        inFlight += 1;
        list(path).then(
          (entries) => {
            inFlight -= 1;
            for (const { name, kind, size } of entries) {
              if (kind === 'folder') queue.push(`${path}/${name}`);
              else total += size;
            }
            next();
          },
          (reason: unknown) => {
            failure = reason;
            reject(reason);
          },
        );
      }
      if (inFlight === 0 && queue.length === 0) resolve(total);
    };
    next();
  });
}
