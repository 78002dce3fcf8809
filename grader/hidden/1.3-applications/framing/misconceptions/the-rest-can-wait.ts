export const misconception = {
  belief: {
    en: 'What is left of a chunk can wait for the next one.',
    zh: '数据块里剩下的可以等下一块来了再说。',
  },
  refutation: {
    en: 'The order in it is complete, and the kitchen gets it when the next customer orders. Take frames off the front as long as there are complete ones, then ask for another chunk.',
    zh: '里面的订单已经完整，厨房却要等下一位顾客点单才拿到。只要前面还有完整的帧就继续取，然后再要下一个数据块。',
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
  const endOfFirst = (): number =>
    rest.length < 2 ? Infinity : 2 + (rest[0] as number) * 256 + (rest[1] as number);
  for await (const chunk of chunks) {
    rest = join(rest, chunk);
    const end = endOfFirst();
    if (rest.length >= end) {
      yield rest.slice(2, end);
      rest = rest.slice(end);
    }
  }
  for (let end = endOfFirst(); rest.length >= end; end = endOfFirst()) {
    yield rest.slice(2, end);
    rest = rest.slice(end);
  }
  if (rest.length > 0) throw new Error('The stream ended inside a frame');
}
