// A reader that waits until so many bytes are there, like Python's StreamReader.readexactly.
class Reader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #bytes: number[] = [];

  constructor(chunks: AsyncIterator<Uint8Array>) {
    this.#chunks = chunks;
  }

  /** So many bytes; fewer only at the end of the stream. */
  async read(count: number): Promise<number[]> {
    while (this.#bytes.length < count) {
      const { done, value } = await this.#chunks.next();
      if (done) break;
      this.#bytes.push(...value);
    }
    return this.#bytes.splice(0, count);
  }
}

export async function* frames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const reader = new Reader(source);
  try {
    for (;;) {
      const header = await reader.read(2);
      if (header.length === 0) return;
      const [high = 0, low = 0] = header;
      const length = high * 256 + low;
      const content = await reader.read(length);
      if (header.length < 2 || content.length < length) throw new Error('Incomplete frame');
      yield Uint8Array.from(content);
    }
  } finally {
    await source.return?.();
  }
}
