export const misconception = {
  belief: {
    en: 'A length of 0 marks the end of the stream.',
    zh: '长度为 0 表示流的结束。',
  },
  refutation: {
    en: 'An empty frame is a message without content. The stream ends when it ends; what comes after an empty frame counts.',
    zh: '空的帧是一条没有内容的消息。流到它真正结束时才结束；空帧之后的内容照样算数。',
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
      if (end === 2) return;
      if (rest.length < end) break;
      yield rest.slice(2, end);
      rest = rest.slice(end);
    }
  }
  if (rest.length > 0) throw new Error('The stream ended inside a frame');
}
