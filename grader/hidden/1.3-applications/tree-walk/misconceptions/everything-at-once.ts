export const misconception = {
  belief: {
    en: `The archive will queue what is too much for it.`,
    zh: `超出的部分，档案库自己会排队。`,
  },
  refutation: {
    en: `Every folder that is known is asked for at once; the number of requests grows with the tree. The limit is yours to keep.`,
    zh: `每个已知的文件夹都被立刻询问，请求数随树一起增长。守住上限是你的责任。`,
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
  const entries = await list(root);
  const sizes = await Promise.all(
    entries.map(({ name, kind, size }) =>
      kind === 'folder' ? diskUsage(`${root}/${name}`, list, limit) : size,
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
