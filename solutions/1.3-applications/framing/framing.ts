const HEADER_BYTES = 2;

/**
 * Takes messages out of a byte stream. Each message is a frame: its length as two bytes, the higher one first, then so
 * many bytes. A chunk of the stream can begin and end anywhere, and can be empty.
 *
 * Yields the content of a frame as soon as its last byte has arrived, in bytes of its own: the sender of the chunks may use
 * their memory again, from the moment the next one is asked for. Ends when the stream ends after a frame. When the reader
 * leaves early, the stream of chunks is closed.
 *
 * @throws an `Error` when the stream ends inside a frame, after the complete ones have been yielded
 * @throws what reading the chunks throws
 */
export async function* frames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = new Uint8Array(0);
  for await (const chunk of chunks) {
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    rest = bytes;
    while (rest.length >= HEADER_BYTES) {
      const [high = 0, low = 0] = rest;
      const end = HEADER_BYTES + high * 256 + low;
      if (rest.length < end) break;
      yield rest.slice(HEADER_BYTES, end);
      rest = rest.slice(end);
    }
  }
  if (rest.length > 0)
    throw new Error(`The stream ended inside a frame, after ${rest.length} bytes`);
}
