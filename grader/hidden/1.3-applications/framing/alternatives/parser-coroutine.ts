// The parser is a generator that asks for bytes and is sent them: it reads like a program for a stream that is all there.
function* take(count: number): Generator<undefined, number[], number> {
  const bytes: number[] = [];
  while (bytes.length < count) bytes.push(yield undefined);
  return bytes;
}

function* parser(): Generator<Uint8Array | undefined, never, number> {
  for (;;) {
    const [high = 0, low = 0] = yield* take(2);
    const content = yield* take(high * 256 + low);
    pendingFrames.push(Uint8Array.from(content));
  }
}

let pendingFrames: Uint8Array[] = [];

export async function* frames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const parsing = parser();
  parsing.next();
  let eaten = 0;
  let complete = 0;
  for await (const chunk of chunks) {
    const found: Uint8Array[] = [];
    for (const byte of chunk) {
      pendingFrames = [];
      parsing.next(byte);
      eaten += 1;
      for (const frame of pendingFrames) {
        found.push(frame);
        complete += frame.length + 2;
      }
    }
    yield* found;
  }
  if (eaten > complete) throw new Error('The stream ended inside a frame');
}
