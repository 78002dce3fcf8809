export const misconception = {
  belief: {
    en: 'Whatever a download rejects with, the caller is better served with an Error.',
    zh: '不管下载以什么失败，交给调用者一个 Error 总是更好。',
  },
  refutation: {
    en: 'The caller compares what it gets with what it knows, the reason of an abort for example, and yours is a stranger to it. The contract passes on what the download rejected with, whatever that is.',
    zh: '调用者会拿收到的值和自己认识的值比较，例如中止的原因，而你换上的它不认识。约定是原样转交：下载以什么失败，就交出什么。',
  },
  read: '1.2-benefits',
};

type Download = (url: string) => Promise<string>;

export function downloadAll(urls: readonly string[], download: Download): Promise<string[]> {
  const downloads = urls.map(async (url) => {
    try {
      return await download(url);
    } catch (reason) {
      throw reason instanceof Error ? reason : new Error(`${url}: ${reason}`);
    }
  });
  return Promise.all(downloads);
}
