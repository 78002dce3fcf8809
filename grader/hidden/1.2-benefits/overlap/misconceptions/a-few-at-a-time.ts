export const misconception = {
  belief: {
    en: 'It is kinder to the servers to download a few at a time, and just as fast.',
    zh: '一次只下载几个对服务器更友好，而且一样快。',
  },
  refutation: {
    en: 'Each group waits for its slowest member before the next one begins, so the times of the groups add up. The contract wants all at once; a limit is another exercise.',
    zh: '每一组都要等最慢的那个，下一组才开始，各组的时间于是相加。约定要求全部同时进行；限制数量是另一个练习。',
  },
  read: '1.2-benefits',
};

type Download = (url: string) => Promise<string>;

export async function downloadAll(urls: readonly string[], download: Download): Promise<string[]> {
  const texts: string[] = [];
  for (let i = 0; i < urls.length; i += 6) {
    const group = urls.slice(i, i + 6);
    texts.push(...(await Promise.all(group.map((url) => download(url)))));
  }
  return texts;
}
