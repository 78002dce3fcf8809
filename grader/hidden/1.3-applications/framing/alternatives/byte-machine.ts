// A state machine that eats single bytes.
class Machine {
  #header: number[] = [];
  #content: number[] = [];

  /** Takes a byte; gives the frame that it completes. */
  eat(byte: number): Uint8Array | undefined {
    if (this.#header.length < 2) this.#header.push(byte);
    else this.#content.push(byte);
    const [high, low] = this.#header;
    if (high === undefined || low === undefined) return undefined;
    if (this.#content.length < high * 256 + low) return undefined;
    const frame = Uint8Array.from(this.#content);
    this.#header = [];
    this.#content = [];
    return frame;
  }

  get hungry(): boolean {
    return this.#header.length > 0;
  }
}

export async function* frames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const machine = new Machine();
  for await (const chunk of chunks) {
    for (const byte of [...chunk]) {
      const frame = machine.eat(byte);
      if (frame) yield frame;
    }
  }
  if (machine.hungry) throw new Error('Cut off');
}
