export const misconception = {
  belief: {
    en: 'A loop beside the generator reads, and the generator hands on.',
    zh: '旁边有个循环负责读，生成器负责交出去。',
  },
  refutation: {
    en: 'Nobody tells that loop that the reader has left: it drains the stream for nobody. Read inside the generator; it runs when a frame is asked for, and ends when the reader leaves.',
    zh: '没有人告诉那个循环读者已经离开：它会替没有人的读者把流读完。在生成器里面读：有人要帧时它才运行，读者离开时它就结束。',
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
  const found: Uint8Array[] = [];
  let wake = (): void => {};
  let over = false;
  let failure: { error: unknown } | undefined;
  const read = async (): Promise<void> => {
    let rest: Uint8Array = new Uint8Array(0);
    for await (const chunk of chunks) {
      rest = join(rest, chunk);
      while (rest.length >= 2) {
        const end = 2 + (rest[0] as number) * 256 + (rest[1] as number);
        if (rest.length < end) break;
        found.push(rest.slice(2, end));
        rest = rest.slice(end);
      }
      wake();
    }
    if (rest.length > 0) throw new Error('The stream ended inside a frame');
  };
  read()
    .catch((error: unknown) => {
      failure = { error };
    })
    .finally(() => {
      over = true;
      wake();
    });
  for (;;) {
    yield* found.splice(0);
    if (found.length > 0) continue;
    if (failure) throw failure.error;
    if (over) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}
