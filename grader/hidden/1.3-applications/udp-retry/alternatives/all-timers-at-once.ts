export interface Datagram {
  id: number;
  text: string;
}

interface Socket {
  send(datagram: Datagram): void;
  onMessage(handler: (datagram: Datagram) => void): void;
}

/** One counter for all clients: nobody needs the same id twice. */
let lastId = 0;

/** Sets all timers of a request before it is sent for the first time, and a handler of its own on the socket. */
export function createClient(
  socket: Socket,
  { firstWaitMs, attempts }: { firstWaitMs: number; attempts: number },
): (text: string) => Promise<string> {
  return (text) => {
    lastId += 1;
    const datagram = { id: lastId, text };
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const again = Array.from({ length: attempts - 1 }, (_, i) =>
      setTimeout(() => socket.send(datagram), firstWaitMs * (2 ** (i + 1) - 1)),
    );
    const end = setTimeout(
      () => reject(new DOMException('Nobody answered', 'TimeoutError')),
      firstWaitMs * (2 ** attempts - 1),
    );
    socket.onMessage((reply) => {
      if (reply.id !== datagram.id) return;
      for (const timer of [...again, end]) clearTimeout(timer);
      resolve(reply.text);
    });
    socket.send(datagram);
    return promise;
  };
}
