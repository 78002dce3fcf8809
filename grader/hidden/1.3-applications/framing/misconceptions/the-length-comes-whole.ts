export const misconception = {
  belief: {
    en: 'The two bytes of a length always arrive together.',
    zh: '长度的两个字节总是一起到达。',
  },
  refutation: {
    en: 'A chunk can end between them. Whoever reads the second one too early takes it for 0 and loses the rest of the stream: wait until both are there.',
    zh: '数据块可能正好断在它们之间。过早读取第二个字节的人会把它当成 0，之后的流就全乱了：等两个字节都到齐。',
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
    while (rest.length > 0) {
      const end = 2 + (rest[0] ?? 0) * 256 + (rest[1] ?? 0);
      if (rest.length < end && !(rest.length === 1 && end === 2)) break;
      yield rest.slice(2, end);
      rest = rest.slice(end);
    }
  }
  if (rest.length > 0) throw new Error('The stream ended inside a frame');
}
