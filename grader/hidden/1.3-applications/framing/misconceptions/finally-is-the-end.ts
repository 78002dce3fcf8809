export const misconception = {
  belief: {
    en: '`finally` runs when the stream has ended, so that is where I look for a frame that was cut off.',
    zh: '流结束时会运行 `finally`，所以在那里检查有没有半截的帧。',
  },
  refutation: {
    en: '`finally` also runs when reading fails and when the reader leaves. Throwing there puts your error in the place of the real one, or at a reader who only wanted no more. The end of the stream is what comes after the loop.',
    zh: '读取失败、读者离开时，`finally` 也会运行。在那里抛错，会用你的错误盖掉真正的错误，或者砸向一个只是不想再读的读者。循环之后的地方，才是流的结束。',
  },
  read: '1.3-applications',
};

function mustBeEmpty(rest: readonly number[]): void {
  if (rest.length > 0) throw new Error('The stream ended inside a frame');
}

export async function* frames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: number[] = [];
  try {
    for await (const chunk of chunks) {
      rest = rest.concat([...chunk]);
      while (rest.length >= 2) {
        const [high = 0, low = 0] = rest;
        const end = 2 + high * 256 + low;
        if (rest.length < end) break;
        const frame = Uint8Array.from(rest.slice(2, end));
        rest = rest.slice(end);
        yield frame;
      }
    }
  } finally {
    mustBeEmpty(rest);
  }
}
