export const misconception = {
  belief: {
    en: '`Promise.allSettled` is the safe version of `Promise.all`: it never rejects, so nothing can go wrong.',
    zh: '`Promise.allSettled` 是更安全的 `Promise.all`：它从不失败，所以不会出错。',
  },
  refutation: {
    en: 'A failure that is filtered out is a failure nobody hears of: the caller gets fewer texts than urls, and gets them only when the slowest is done.',
    zh: '把失败过滤掉，就没有人知道它发生过：调用者拿到的文本比 url 少，而且要等到最慢的下载结束。',
  },
  read: '1.2-benefits',
};

type Download = (url: string) => Promise<string>;

export async function downloadAll(urls: readonly string[], download: Download): Promise<string[]> {
  const results = await Promise.allSettled(urls.map((url) => download(url)));
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
