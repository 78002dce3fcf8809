export const misconception = {
  belief: {
    en: 'Asking for the next chunk while I work on this one saves time and does no harm.',
    zh: '一边处理这个数据块，一边索要下一个，既省时间又没有坏处。',
  },
  refutation: {
    en: 'To ask for the next chunk is to say that you are done with this one: its memory may be used again from that moment on. Copy first, then ask.',
    zh: '索要下一个数据块，等于说你已经用完了这一个：从那一刻起，它的内存就可能被再次使用。先拷贝，再索要。',
  },
  read: '1.3-applications',
};

export async function* frames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  let rest: number[] = [];
  let ended = false;
  let next = source.next();
  try {
    while (!ended) {
      const { done, value } = await next;
      if (done) {
        ended = true;
      } else {
        next = source.next();
        next.catch(() => {});
        rest = rest.concat([...value]);
        while (rest.length >= 2) {
          const [high = 0, low = 0] = rest;
          const end = 2 + high * 256 + low;
          if (rest.length < end) break;
          yield Uint8Array.from(rest.slice(2, end));
          rest = rest.slice(end);
        }
      }
    }
    if (rest.length > 0) throw new Error('The stream ended inside a frame');
  } finally {
    if (!ended) await source.return?.();
  }
}
