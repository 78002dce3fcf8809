export const misconception = {
  belief: {
    en: 'A length with nothing behind it is not a frame yet.',
    zh: '后面什么都没有的长度还不算一帧。',
  },
  refutation: {
    en: 'A length of 0 is a whole frame of two bytes. When you wait for a third, an empty order comes late, and at the end of the stream it passes for a broken one.',
    zh: '长度为 0 就是一个两字节的完整帧。如果还等第三个字节，空订单就会迟到；在流的末尾，它还会被当成断掉的帧。',
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
    while (rest.length > 2) {
      const end = 2 + (rest[0] as number) * 256 + (rest[1] as number);
      if (rest.length < end) break;
      yield rest.slice(2, end);
      rest = rest.slice(end);
    }
  }
  if (rest.length > 0) throw new Error('The stream ended inside a frame');
}
