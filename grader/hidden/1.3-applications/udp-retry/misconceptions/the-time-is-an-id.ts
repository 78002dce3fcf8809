export const misconception = {
  belief: {
    en: 'No two moments are the same, so the time is a good id.',
    zh: '没有两个时刻是相同的，所以时间可以当 id。',
  },
  refutation: {
    en: 'A program asks many questions within one millisecond, and all of them get the same id. A counter cannot repeat itself.',
    zh: '程序在一毫秒里能问很多问题，它们的 id 就都一样了。计数器不会重复。',
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
  socket.onMessage(({ id, text }) => open.get(id)?.(text));

  return (text) =>
    new Promise((resolve, reject) => {
      const id = Date.now();
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
          reject(Object.assign(new Error('No reply'), { name: 'TimeoutError' }));
        }, waitMs);
        socket.send({ id, text });
      };
      attempt(1, firstWaitMs);
    });
}
