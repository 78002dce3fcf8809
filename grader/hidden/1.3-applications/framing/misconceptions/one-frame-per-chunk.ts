export const misconception = {
  belief: {
    en: 'Each chunk completes at most one frame.',
    zh: '每个数据块最多补全一帧。',
  },
  refutation: {
    en: 'A chunk can complete several. With an if the second waits until another chunk arrives, or for ever: take frames as long as there are complete ones.',
    zh: '一个数据块可能补全好几帧。用 if 的话，第二帧要等到下一个数据块才出来，甚至永远出不来：只要还有完整的帧就继续取。',
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
    if (rest.length < 2) continue;
    const end = 2 + (rest[0] as number) * 256 + (rest[1] as number);
    if (rest.length >= end) {
      yield rest.slice(2, end);
      rest = rest.slice(end);
    }
  }
  if (rest.length > 0) throw new Error('The stream ended inside a frame');
}
