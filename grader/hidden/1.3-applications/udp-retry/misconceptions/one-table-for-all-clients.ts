export const misconception = {
  belief: {
    en: 'Ids tell the questions apart, so one table can hold them all.',
    zh: 'id 能区分问题，所以一张表就能装下全部。',
  },
  refutation: {
    en: 'Each client counts from 1, so two clients have a question with the same id, and one takes the reply of the other. What belongs to a client is made inside createClient().',
    zh: '每个客户端都从 1 数起，两个客户端就会有 id 相同的问题，一个会拿走另一个的回复。属于一个客户端的东西，要在 createClient() 里面创建。',
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

const open = new Map<number, (text: string) => void>();

export function createClient(socket: Socket, { firstWaitMs, attempts }: Patience) {
  let lastId = 0;
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
