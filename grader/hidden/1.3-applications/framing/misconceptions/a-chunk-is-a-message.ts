export const misconception = {
  belief: {
    en: 'One write at the sender is one chunk at the receiver.',
    zh: '发送方写一次，接收方就收到一个数据块。',
  },
  refutation: {
    en: 'TCP keeps the order of the bytes and nothing else. A chunk can hold half a message, or three: collect the bytes and cut them by the length that the frame names.',
    zh: 'TCP 只保证字节的顺序。一个数据块可能装着半条消息，也可能装着三条：把字节攒起来，按帧里写的长度去切。',
  },
  read: '1.3-applications',
};

export async function* frames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield chunk.slice(2);
}
