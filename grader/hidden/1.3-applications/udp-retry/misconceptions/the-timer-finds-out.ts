export const misconception = {
  belief: {
    en: 'The timer will find out by itself that the answer is there.',
    zh: '定时器自己会发现答案已经到了。',
  },
  refutation: {
    en: 'It fires all the same, and sends again what has been answered. Clear it when the reply arrives.',
    zh: '它照样会触发，把已经得到回答的问题再发一遍。回复到来时要清掉它。',
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
      const id = ++lastId;
      open.set(id, resolve);
      const attempt = (number: number, waitMs: number): void => {
        setTimeout(() => {
          if (number < attempts) attempt(number + 1, waitMs * 2);
          else reject(timeoutError());
        }, waitMs);
        socket.send({ id, text });
      };
      attempt(1, firstWaitMs);
    });
}
