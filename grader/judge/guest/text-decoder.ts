const NativeDecoder = TextDecoder;

/** Node's decoder, out of reach: its fields lead to tables and classes that all decoders of the process share. */
export class GuestTextDecoder {
  readonly #decoder: TextDecoder;

  constructor(...args: ConstructorParameters<typeof TextDecoder>) {
    this.#decoder = new NativeDecoder(...args);
  }

  get encoding(): string {
    return this.#decoder.encoding;
  }

  get fatal(): boolean {
    return this.#decoder.fatal;
  }

  get ignoreBOM(): boolean {
    return this.#decoder.ignoreBOM;
  }

  decode(...args: Parameters<TextDecoder['decode']>): string {
    return this.#decoder.decode(...args);
  }

  get [Symbol.toStringTag](): string {
    return 'TextDecoder';
  }
}

Object.defineProperty(GuestTextDecoder, 'name', { value: 'TextDecoder' });
