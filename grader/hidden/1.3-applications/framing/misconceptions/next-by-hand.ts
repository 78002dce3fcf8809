export const misconception = {
  belief: {
    en: 'Calling next() by hand is the same as for await.',
    zh: '手动调用 next() 和 for await 是一样的。',
  },
  refutation: {
    en: 'for await also closes what it reads from when it is left early. By hand you must call return() in a finally, or the socket stays open.',
    zh: 'for await 在提前离开时还会关闭它读取的对象。手动调用时，你必须在 finally 里调用 return()，否则套接字会一直开着。',
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
  const reader = chunks[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  for (;;) {
    const { done, value } = await reader.next();
    if (done) break;
    rest = join(rest, value);
    while (rest.length >= 2) {
      const end = 2 + (rest[0] as number) * 256 + (rest[1] as number);
      if (rest.length < end) break;
      yield rest.slice(2, end);
      rest = rest.slice(end);
    }
  }
  if (rest.length > 0) throw new Error('The stream ended inside a frame');
}
