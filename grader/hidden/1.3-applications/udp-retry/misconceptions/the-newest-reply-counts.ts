export const misconception = {
  belief: {
    en: 'I note the reply and wake the one who waits; he reads what I noted.',
    zh: '我记下回复，再叫醒等待的人；他读到的就是我记下的。',
  },
  refutation: {
    en: 'He runs later. Until then another reply with the same id overwrites the note. Hand the text over with the wake-up: resolve takes the first value and ignores the rest.',
    zh: '他要稍后才运行。在那之前，另一个 id 相同的回复会盖掉你记下的内容。把文本和唤醒一起交出去：resolve 只认第一个值，其余的都忽略。',
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
    replies.set(id, text);
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
      if (reply !== undefined) return reply;
    }
    throw timeoutError();
  };
}
