export const misconception = {
  belief: {
    en: 'Replies come in the order of the questions.',
    zh: '回复会按提问的顺序到来。',
  },
  refutation: {
    en: 'Datagrams overtake each other. The first reply may belong to the last question: go by the id that it carries.',
    zh: '数据报会互相超越。第一个回复可能属于最后一个问题：要看它带的 id。',
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
  const waiting: ((text: string) => void)[] = [];
  let lastId = 0;
  socket.onMessage(({ text }) => waiting.shift()?.(text));
  return (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      let timer: ReturnType<typeof setTimeout>;
      const answer = (reply: string): void => {
        clearTimeout(timer);
        resolve(reply);
      };
      waiting.push(answer);
      const attempt = (number: number, waitMs: number): void => {
        timer = setTimeout(() => {
          if (number < attempts) return attempt(number + 1, waitMs * 2);
          waiting.splice(waiting.indexOf(answer), 1);
          reject(timeoutError());
        }, waitMs);
        socket.send({ id, text });
      };
      attempt(1, firstWaitMs);
    });
}
