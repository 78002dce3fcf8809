export const misconception = {
  belief: {
    en: 'Asking again after the same time is good enough.',
    zh: '每次隔同样的时间再问就够了。',
  },
  refutation: {
    en: 'When the network is too full, everybody who asks again at the same pace keeps it full. The waits double, to give it air.',
    zh: '网络拥塞时，所有人都以同样的节奏重发，只会让它一直拥塞。等待要加倍，给它喘息的余地。',
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
      let sent = 0;
      const timer = setInterval(() => attempt(), firstWaitMs);
      const attempt = (): void => {
        if (sent === attempts) {
          clearInterval(timer);
          open.delete(id);
          return reject(timeoutError());
        }
        sent += 1;
        socket.send({ id, text });
      };
      open.set(id, (reply) => {
        clearInterval(timer);
        open.delete(id);
        resolve(reply);
      });
      attempt();
    });
}
