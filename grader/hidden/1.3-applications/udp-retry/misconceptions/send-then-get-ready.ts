export const misconception = {
  belief: {
    en: 'First I send, then I set the timer for the reply.',
    zh: '先发送，再为回复设定时器。',
  },
  refutation: {
    en: 'The reply can be there before send has returned. It clears a timer that does not exist yet, and the one that is set afterwards sends again what has been answered. Get ready first, then send.',
    zh: '回复可能在 send 返回之前就到。它去清一个还不存在的定时器，而随后设下的那个会把已经得到回答的问题再发一遍。先准备好，再发送。',
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
        timer = setTimeout(() => {
          if (number < attempts) return attempt(number + 1, waitMs * 2);
          open.delete(id);
          reject(timeoutError());
        }, waitMs);
      };
      attempt(1, firstWaitMs);
    });
}
