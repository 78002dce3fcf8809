export const misconception = {
  belief: {
    en: 'A reply with an unknown id is an error.',
    zh: '带着未知 id 的回复是个错误。',
  },
  refutation: {
    en: 'It is a late or doubled reply to a question that is answered already: everyday life of a network. Ignore it.',
    zh: '它是已经得到回答的问题的迟到或重复的回复：网络的日常而已。忽略它。',
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
  socket.onMessage(({ id, text }) => {
    const answer = open.get(id);
    if (!answer) throw new Error(`Unknown id ${id}`);
    answer(text);
  });
  return (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      let timer: ReturnType<typeof setTimeout>;
      open.set(id, (reply) => {
        clearTimeout(timer);
        open.delete(id);
        resolve(reply);
      });
      const attempt = (number: number, waitMs: number): void => {
        timer = setTimeout(() => {
          if (number < attempts) return attempt(number + 1, waitMs * 2);
          open.delete(id);
          reject(timeoutError());
        }, waitMs);
        socket.send({ id, text });
      };
      attempt(1, firstWaitMs);
    });
}
