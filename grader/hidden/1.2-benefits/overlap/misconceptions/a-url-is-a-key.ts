export const misconception = {
  belief: {
    en: 'I can collect the texts by url and put them in order at the end.',
    zh: '我可以按 url 收集文本，最后再排好顺序。',
  },
  refutation: {
    en: 'A url that stands twice has two downloads and one place in such an object: the later text replaces the earlier one. Go by position.',
    zh: '出现两次的 url 有两次下载，在这样的对象里却只有一个位置：后来的文本会覆盖先前的。应当按位置存放。',
  },
  read: '1.2-benefits',
};

type Download = (url: string) => Promise<string>;

export async function downloadAll(urls: readonly string[], download: Download): Promise<string[]> {
  const byUrl = new Map<string, string>();
  await Promise.all(
    urls.map(async (url) => {
      byUrl.set(url, await download(url));
    }),
  );
  return urls.map((url) => byUrl.get(url) ?? '');
}
