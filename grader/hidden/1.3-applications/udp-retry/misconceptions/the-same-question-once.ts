export const misconception = {
  belief: {
    en: 'Who asks the same thing while it is being asked can share the answer.',
    zh: '同样的问题正在问，再问的人可以共用那个答案。',
  },
  refutation: {
    en: 'The contract says that every request has an id of its own. Two questions with the same words may have different answers: the second was asked later, and the first answer may be from before.',
    zh: '约定是每个请求都有自己的 id。文字相同的两个问题，答案可以不同：第二个问得晚，而第一个的答案可能是更早的。',
  },
  read: '1.3-applications',
};

interface Datagram {
  id: number;
  text: string;
}

export function createClient(
  socket: {
    send(datagram: Datagram): void;
    onMessage(handler: (datagram: Datagram) => void): void;
  },
  { firstWaitMs, attempts }: { firstWaitMs: number; attempts: number },
): (text: string) => Promise<string> {
  const open = new Map<number, (text: string) => void>();
  const asking = new Map<string, Promise<string>>();
  let lastId = 0;
  socket.onMessage(({ id, text }) => open.get(id)?.(text));

  const request = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const id = lastId;
      let timer: ReturnType<typeof setTimeout>;
      const end = (): void => {
        clearTimeout(timer);
        open.delete(id);
        asking.delete(text);
      };
      open.set(id, (reply) => {
        end();
        resolve(reply);
      });
      const attempt = (number: number, waitMs: number): void => {
        timer = setTimeout(() => {
          if (number < attempts) return attempt(number + 1, waitMs * 2);
          end();
          reject(Object.assign(new Error('No reply'), { name: 'TimeoutError' }));
        }, waitMs);
        socket.send({ id, text });
      };
      attempt(1, firstWaitMs);
    });

  return (text) => {
    const asked = asking.get(text) ?? request(text);
    asking.set(text, asked);
    return asked;
  };
}
