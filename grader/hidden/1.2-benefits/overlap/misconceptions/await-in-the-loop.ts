export const misconception = {
  belief: {
    en: 'A loop that awaits each download still runs the downloads concurrently, because they are asynchronous.',
    zh: '循环里逐个 await，下载也会并发进行，因为它们是异步的。',
  },
  refutation: {
    en: '`await` suspends the loop itself: the next `download()` is not even called until the one before has finished, so the times add up.',
    zh: '`await` 挂起的正是这个循环：上一个下载结束之前，下一个 `download()` 根本没有被调用，时间因此相加。',
  },
  read: '1.2-benefits',
};

type Download = (url: string) => Promise<string>;

export async function downloadAll(urls: readonly string[], download: Download): Promise<string[]> {
  const texts: string[] = [];
  for (const url of urls) texts.push(await download(url));
  return texts;
}
