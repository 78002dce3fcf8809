export const misconception = {
  belief: {
    en: `Recursion with await is concurrent enough.`,
    zh: `带 await 的递归已经足够并发了。`,
  },
  refutation: {
    en: `The loop waits for each subtree before it looks at the next folder: one listing is in flight, whatever the limit allows.`,
    zh: `循环要等一棵子树走完才看下一个文件夹：无论上限允许多少，始终只有一个列举在进行。`,
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
  let total = 0;
  for (const { name, kind, size } of await list(root)) {
    const below = kind === 'folder' ? await diskUsage(`${root}/${name}`, list, limit) : size;
    total += below;
  }
  return total;
}
