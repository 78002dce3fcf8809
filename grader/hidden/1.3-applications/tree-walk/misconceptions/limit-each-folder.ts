export const misconception = {
  belief: {
    en: `If every folder handles at most limit children at a time, the walk keeps the limit.`,
    zh: `只要每个文件夹同时最多处理 limit 个子项，整个遍历就守住了上限。`,
  },
  refutation: {
    en: `The limits multiply: every one of those children handles as many again. One limit for the whole walk needs one place that counts.`,
    zh: `上限会相乘：那些子项各自又处理同样多。整个遍历只有一个上限，就要有一个统一计数的地方。`,
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
  let index = 0;
  const sums: number[] = [];
  const worker = async (): Promise<void> => {
    while (index < entries.length) {
      const { name, kind, size } = entries[index++] as Entry;
      sums.push(kind === 'folder' ? await diskUsage(`${root}/${name}`, list, limit) : size);
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return sums.reduce((sum, size) => sum + size, 0);
}
