export const misconception = {
  belief: {
    en: 'if (reply) tells me whether there is a reply.',
    zh: 'if (reply) 就能告诉我有没有回复。',
  },
  refutation: {
    en: 'An empty text is falsy, and it is a reply. The sensor has answered, and you ask again until you give up: compare with undefined.',
    zh: '空文本是假值，但它也是回复。传感器已经回答了，你却一直问到放弃：要和 undefined 比较。',
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
  const replies = new Map<number, string>();
  const wakers = new Map<number, () => void>();
  let lastId = 0;
  socket.onMessage(({ id, text }) => {
    if (!replies.has(id)) replies.set(id, text);
    wakers.get(id)?.();
  });
  const wait = (id: number, ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakers.set(id, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  return async (text: string): Promise<string> => {
    const id = ++lastId;
    for (let i = 0; i < attempts; i++) {
      socket.send({ id, text });
      if (!replies.has(id)) await wait(id, firstWaitMs * 2 ** i);
      const reply = replies.get(id);
      if (reply) return reply;
    }
    throw timeoutError();
  };
}
