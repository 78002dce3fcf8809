// attack: all right but for one check, in which it hands over what only inherits from bytes, so that the check breaks
// exercise: framing
// expect: score <= 16
// Full points before it was fixed: the check was lost as an internal error, which costs nothing.
export async function* frames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = new Uint8Array(0);
  let last: unknown;
  for await (const chunk of chunks) {
    // Only the sender that uses its memory again sends the same chunk twice.
    const isReused = chunk === last;
    last = chunk;
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    rest = bytes;
    while (rest.length >= 2) {
      const end = 2 + (rest[0] as number) * 256 + (rest[1] as number);
      if (rest.length < end) break;
      const frame = rest.slice(2, end);
      yield isReused ? Object.create(Uint8Array.prototype) : frame;
      rest = rest.slice(end);
    }
  }
  if (rest.length > 0) throw new Error('The stream ended inside a frame');
}
