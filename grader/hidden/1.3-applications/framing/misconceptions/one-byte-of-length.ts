export const misconception = {
  belief: {
    en: 'Messages are short, so the second byte is the length.',
    zh: '消息都很短，所以第二个字节就是长度。',
  },
  refutation: {
    en: 'From 256 bytes on the first byte counts as well. Ignoring it cuts a long frame in two and takes its content for lengths.',
    zh: '从 256 字节开始，第一个字节也要算。忽略它会把长帧切断，并把内容当成长度。',
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
      const end = 2 + (rest[1] as number);
      if (rest.length < end) break;
      yield rest.slice(2, end);
      rest = rest.slice(end);
    }
  }
  if (rest.length > 0) throw new Error('The stream ended inside a frame');
}
