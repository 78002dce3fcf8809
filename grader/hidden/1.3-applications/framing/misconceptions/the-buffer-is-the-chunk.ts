export const misconception = {
  belief: {
    en: 'chunk.buffer holds the bytes of the chunk.',
    zh: 'chunk.buffer 里就是这个数据块的字节。',
  },
  refutation: {
    en: 'It is the whole memory that the chunk looks into, often one for many chunks. Take the bytes of the view itself; whoever needs the buffer must heed byteOffset and byteLength.',
    zh: '它是数据块所看的整块内存，往往由许多数据块共用。取视图本身的字节；非用 buffer 不可时，要顾及 byteOffset 和 byteLength。',
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
    rest = join(rest, new Uint8Array(chunk.buffer));
    while (rest.length >= 2) {
      const end = 2 + (rest[0] as number) * 256 + (rest[1] as number);
      if (rest.length < end) break;
      yield rest.slice(2, end);
      rest = rest.slice(end);
    }
  }
  if (rest.length > 0) throw new Error('The stream ended inside a frame');
}
