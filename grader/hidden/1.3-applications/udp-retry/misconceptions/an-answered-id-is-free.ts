export const misconception = {
  belief: {
    en: 'When a question is answered, its id is free for the next one.',
    zh: '问题有了回答，它的 id 就可以给下一个问题用。',
  },
  refutation: {
    en: 'Its reply may come twice, or very late, and then it answers the next question. An id costs nothing: count up, and use each one once.',
    zh: '它的回复可能来两次，也可能来得很晚，那就成了下一个问题的答案。id 不花钱：一路数上去，每个只用一次。',
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
  socket.onMessage(({ id, text }) => open.get(id)?.(text));
  return (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let id = 0;
      while (open.has(id)) id += 1;
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
