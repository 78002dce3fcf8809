export const misconception = {
  belief: {
    en: 'Reading everything first makes splitting easy.',
    zh: '先全部读完，再切就容易了。',
  },
  refutation: {
    en: 'The kitchen then gets its first order when the till closes in the evening, and the memory holds the whole day. Yield each frame when its last byte is there.',
    zh: '那样厨房要到晚上收银机关机才拿到第一张订单，内存里还装着一整天的数据。每一帧的最后一个字节一到就 yield。',
  },
  read: '1.3-applications',
};

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

export async function* frames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let all: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) all = join(all, chunk);
  while (all.length > 0) {
    const end = 2 + (all[0] as number) * 256 + (all[1] ?? 0);
    if (all.length < end) throw new Error('The stream ended inside a frame');
    yield all.slice(2, end);
    all = all.slice(end);
  }
}
