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

// An async loop: each attempt is a race between the reply and a wait that can be ended.
export function createClient(socket: Socket, { firstWaitMs, attempts }: Patience) {
  const open = new Map<number, PromiseWithResolvers<string>>();
  let lastId = 0;
  socket.onMessage(({ id, text }) => open.get(id)?.resolve(text));

  const wait = async (reply: Promise<string>, ms: number): Promise<string | undefined> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), ms);
    });
    try {
      return await Promise.race([reply, over]);
    } finally {
      clearTimeout(timer);
    }
  };

  return async (text: string): Promise<string> => {
    lastId += 1;
    const id = lastId;
    const reply = Promise.withResolvers<string>();
    open.set(id, reply);
    try {
      for (let i = 0; i < attempts; i++) {
        socket.send({ id, text });
        const answer = await wait(reply.promise, firstWaitMs * 2 ** i);
        if (answer !== undefined) return answer;
      }
      throw timeoutError();
    } finally {
      open.delete(id);
    }
  };
}
