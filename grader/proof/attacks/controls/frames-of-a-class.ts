// attack: none; frames are a subclass of Uint8Array with methods of its own, on resizable memory, found by an object with Symbol.asyncIterator
// exercise: framing
// expect: passed
class Frame extends Uint8Array {
  get text(): string {
    return new TextDecoder('latin1').decode(this);
  }
  static override get [Symbol.species](): any {
    return Uint8Array;
  }
}
class Memory {
  #bytes = new Uint8Array(new ArrayBuffer(0, { maxByteLength: 1 << 20 }));
  get length(): number {
    return this.#bytes.length;
  }
  append(chunk: Uint8Array): void {
    const before = this.length;
    (this.#bytes.buffer as ArrayBuffer).resize(before + chunk.length);
    this.#bytes.set(chunk, before);
  }
  get frame(): number {
    return this.length < 2 ? Number.POSITIVE_INFINITY : 2 + ((this.#bytes[0] as number) << 8) + (this.#bytes[1] as number);
  }
  take(): Frame {
    const end = this.frame;
    const frame = Frame.from(this.#bytes.subarray(2, end)) as Frame;
    const rest = this.#bytes.slice(end);
    this.#bytes.set(rest);
    (this.#bytes.buffer as ArrayBuffer).resize(rest.length);
    return frame;
  }
}
export function frames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const memory = new Memory();
  return (async function* read(): AsyncGenerator<Uint8Array> {
    for await (const chunk of { [Symbol.asyncIterator]: () => chunks[Symbol.asyncIterator]() }) {
      memory.append(chunk);
      while (memory.length >= memory.frame) yield memory.take();
    }
    if (memory.length > 0) throw new (class Broken extends Error {})(`${memory.length} bytes are left`);
  })();
}
