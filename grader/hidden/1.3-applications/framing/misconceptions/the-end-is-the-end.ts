export const misconception = {
  belief: {
    en: 'When the stream ends, the generator ends; that is what end means.',
    zh: '流结束了，生成器也就结束了，这就是结束的含义。',
  },
  refutation: {
    en: 'A stream that breaks off inside a frame has lost something. Ending quietly makes a cut connection look like a quiet evening: throw.',
    zh: '在帧中间断掉的流丢了东西。悄悄结束会让断线看起来像个清闲的晚上：要抛出错误。',
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
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    rest = join(rest, chunk);
    while (rest.length >= 2) {
      const end = 2 + (rest[0] as number) * 256 + (rest[1] as number);
      if (rest.length < end) break;
      yield rest.slice(2, end);
      rest = rest.slice(end);
    }
  }
}
