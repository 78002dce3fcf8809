export const misconception = {
  belief: {
    en: 'Only what I hand on needs to be copied.',
    zh: '只有交出去的东西才需要拷贝。',
  },
  refutation: {
    en: 'What you keep of an unfinished frame lies in the memory of the chunk as well. The next chunk overwrites it before it is complete: copy the rest, too.',
    zh: '你留着的半帧也在数据块的内存里。它还没有完整，就被下一个数据块覆盖了：剩下的字节也要拷贝。',
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
      yield rest.slice(2, end);
      rest = rest.subarray(end);
    }
  }
  if (rest.length > 0) throw new Error('The stream ended inside a frame');
}
