export const misconception = {
  belief: {
    en: 'Pushing each text when its download is done puts the texts in the order of the urls.',
    zh: '每个下载完成时把文本 push 进数组，文本就会按 url 的顺序排列。',
  },
  refutation: {
    en: 'What runs after an `await` runs in the order of completion. The fastest download pushes first; store by position instead.',
    zh: '`await` 之后的代码按完成的先后运行。最快的下载最先 push；应当按位置存放。',
  },
  read: '1.2-benefits',
};

type Download = (url: string) => Promise<string>;

export async function downloadAll(urls: readonly string[], download: Download): Promise<string[]> {
  const texts: string[] = [];
  await Promise.all(
    urls.map(async (url) => {
      texts.push(await download(url));
    }),
  );
  return texts;
}
