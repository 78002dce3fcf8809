export const misconception = {
  belief: {
    en: 'subarray gives me the bytes of the frame.',
    zh: 'subarray 给我的就是这一帧的字节。',
  },
  refutation: {
    en: 'It gives a view into the memory of the chunk. When that memory is used for the next chunk, the frame changes under the reader: slice copies.',
    zh: '它给的是数据块内存上的一个视图。那块内存被用来装下一个数据块时，读者手里的帧就变了：slice 才是拷贝。',
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
    rest = rest.length === 0 ? chunk : join(rest, chunk);
    while (rest.length >= 2) {
      const end = 2 + (rest[0] as number) * 256 + (rest[1] as number);
      if (rest.length < end) break;
      yield rest.subarray(2, end);
      rest = rest.subarray(end);
    }
    rest = rest.slice();
  }
  if (rest.length > 0) throw new Error('The stream ended inside a frame');
}
