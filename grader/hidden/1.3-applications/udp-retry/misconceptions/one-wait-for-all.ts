export const misconception = {
  belief: {
    en: 'How long to wait is a matter of the client.',
    zh: '要等多久是客户端的事。',
  },
  refutation: {
    en: 'Then every question doubles the wait of all the others, and a new one sets it back. How often a question was sent belongs to that question alone.',
    zh: '那样每个问题都会把其他问题的等待加倍，而新问题又把它改回去。一个问题发过几次，只属于这个问题自己。',
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
  let waitMs = firstWaitMs;
  socket.onMessage(({ id, text }) => open.get(id)?.(text));
  return (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      let timer: ReturnType<typeof setTimeout>;
      open.set(id, (reply) => {
        clearTimeout(timer);
        open.delete(id);
        resolve(reply);
      });
      const attempt = (number: number): void => {
        timer = setTimeout(() => {
          if (number < attempts) return attempt(number + 1);
          open.delete(id);
          reject(timeoutError());
        }, waitMs);
        waitMs *= 2;
        socket.send({ id, text });
      };
      waitMs = firstWaitMs;
      attempt(1);
    });
}
