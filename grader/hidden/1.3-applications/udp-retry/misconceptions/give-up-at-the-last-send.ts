export const misconception = {
  belief: {
    en: 'After the last attempt there is nothing left to wait for.',
    zh: '最后一次发送之后就没有什么可等的了。',
  },
  refutation: {
    en: 'The reply to the last attempt needs its time as well. Giving up at once makes it an attempt that cannot succeed.',
    zh: '最后一次的回复同样需要时间。立刻放弃，这一次就不可能成功。',
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
      let timer: ReturnType<typeof setTimeout> | undefined;
      open.set(id, (reply) => {
        clearTimeout(timer);
        open.delete(id);
        resolve(reply);
      });
      const attempt = (number: number, waitMs: number): void => {
        socket.send({ id, text });
        if (number < attempts) timer = setTimeout(() => attempt(number + 1, waitMs * 2), waitMs);
        else {
          open.delete(id);
          reject(timeoutError());
        }
      };
      attempt(1, firstWaitMs);
    });
}
