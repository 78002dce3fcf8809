export const misconception = {
  belief: {
    en: 'Once all downloads are started, it does not matter that I await them one after the other.',
    zh: '只要所有下载都已经开始，逐个 await 它们就没有区别。',
  },
  refutation: {
    en: 'While you await the first promise nobody listens to the others: one that rejects meanwhile is an unhandled rejection, and the failure is noticed late.',
    zh: '在你等待第一个 promise 时，没有人监听其余的：此时若有一个失败，就是未处理的拒绝，而且失败被发现得太晚。',
  },
  read: '1.2-benefits',
};

type Download = (url: string) => Promise<string>;

export async function downloadAll(urls: readonly string[], download: Download): Promise<string[]> {
  const downloads = urls.map((url) => download(url));
  const texts: string[] = [];
  for (const started of downloads) texts.push(await started);
  return texts;
}
