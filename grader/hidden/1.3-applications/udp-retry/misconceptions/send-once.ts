export const misconception = {
  belief: {
    en: 'A datagram that was sent arrives.',
    zh: '发出去的数据报一定会到。',
  },
  refutation: {
    en: 'UDP loses datagrams and tells nobody. Without a timer of your own the question stays open for ever.',
    zh: 'UDP 会丢数据报，而且不告诉任何人。没有自己的定时器，问题就永远悬着。',
  },
  read: '1.3-applications',
};

interface Datagram {
  id: number;
  text: string;
}
interface Socket {
  send(datagram: Datagram): void;
  onMessage(handler: (datagram: Datagram) => void): void;
}
interface Patience {
  firstWaitMs: number;
  attempts: number;
}

export function createClient(socket: Socket, _patience: Patience) {
  const open = new Map<number, (text: string) => void>();
  let lastId = 0;
  socket.onMessage(({ id, text }) => open.get(id)?.(text));
  return (text: string): Promise<string> =>
    new Promise((resolve) => {
      lastId += 1;
      open.set(lastId, resolve);
      socket.send({ id: lastId, text });
    });
}
