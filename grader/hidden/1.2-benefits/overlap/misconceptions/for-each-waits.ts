export const misconception = {
  belief: {
    en: '`forEach` with an async callback waits until every callback is done.',
    zh: '给 `forEach` 传 async 回调，它会等所有回调完成。',
  },
  refutation: {
    en: '`forEach` throws away what its callback returns, so the promises are lost: your function returns before a single text has arrived.',
    zh: '`forEach` 会丢弃回调的返回值，promise 也就丢了：一个文本都还没到，你的函数就已经返回。',
  },
  read: '1.2-benefits',
};

type Download = (url: string) => Promise<string>;

export async function downloadAll(urls: readonly string[], download: Download): Promise<string[]> {
  const texts: string[] = [];
  urls.forEach(async (url, i) => {
    texts[i] = await download(url);
  });
  return texts;
}
