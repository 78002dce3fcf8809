import { todo } from '#course';

/**
 * Takes messages out of a byte stream. Each message is a frame: its length as two bytes, the higher one first, then so
 * many bytes. A chunk of the stream can begin and end anywhere, and can be empty.
 *
 * Yields the content of a frame as soon as its last byte has arrived, in bytes of its own: the sender of the chunks may use
 * their memory again, from the moment the next one is asked for. Ends when the stream ends after a frame. When the reader
 * leaves early, the stream of chunks is closed.
 *
 * Use `Uint8Array`: Node's `Buffer` and streams are not available to graded answers.
 *
 * @throws an `Error` when the stream ends inside a frame, after the complete ones have been yielded
 * @throws what reading the chunks throws
 */
export async function* frames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  todo();
}
