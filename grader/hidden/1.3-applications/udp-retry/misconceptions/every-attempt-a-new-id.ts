export const misconception = {
  belief: {
    en: 'Every datagram needs a new id.',
    zh: '每个数据报都需要一个新的 id。',
  },
  refutation: {
    en: 'It is the same request. With a new id the late reply to an earlier attempt finds nobody, and the other side does the work twice.',
    zh: '这是同一个请求。换了 id，对之前那次的迟到回复就找不到人，对方还要把活干两遍。',
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

function timeoutError(): Error {
  return Object.assign(new Error('No reply'), { name: 'TimeoutError' });
}

export function createClient(socket: Socket, { firstWaitMs, attempts }: Patience) {
  const open = new Map<number, (text: string) => void>();
  let lastId = 0;
  socket.onMessage(({ id, text }) => open.get(id)?.(text));
  return (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const attempt = (number: number, waitMs: number): void => {
        const id = ++lastId;
        const timer = setTimeout(() => {
          open.delete(id);
          if (number < attempts) attempt(number + 1, waitMs * 2);
          else reject(timeoutError());
        }, waitMs);
        open.set(id, (reply) => {
          clearTimeout(timer);
          open.delete(id);
          resolve(reply);
        });
        socket.send({ id, text });
      };
      attempt(1, firstWaitMs);
    });
}
