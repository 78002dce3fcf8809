export const misconception = {
  belief: {
    en: 'A failure helps nobody unless it names the url, so I throw a new error that does.',
    zh: '失败若不说明是哪个 url，就没有用处，所以我抛出一个带 url 的新错误。',
  },
  refutation: {
    en: 'A new error hides the one that the download rejected with: its class, its code, its identity. The contract passes that one on; who knows the url and wants it in the message can add it inside `download`.',
    zh: '新的错误遮住了下载原本的那个：它的类、它的 code、它本身。约定是把原来的错误交出去；想在消息里写上 url，可以在 `download` 里面加。',
  },
  read: '1.2-benefits',
};

type Download = (url: string) => Promise<string>;

export async function downloadAll(urls: readonly string[], download: Download): Promise<string[]> {
  const downloadOne = async (url: string): Promise<string> => {
    try {
      return await download(url);
    } catch (cause) {
      throw new Error(`Cannot download ${url}`, { cause });
    }
  };
  return Promise.all(urls.map(downloadOne));
}
