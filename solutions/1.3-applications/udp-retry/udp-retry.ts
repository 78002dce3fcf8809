/** What travels: a reply carries the id of the request that it answers. */
export interface Datagram {
  id: number;
  text: string;
}

/** Sends and receives datagrams. Any of them may be lost, delayed, doubled, or arrive in another order. */
export interface Socket {
  /** A reply can arrive while `send` is still running. */
  send(datagram: Datagram): void;
  /** Adds a handler: every one that was added is called for every datagram that arrives. */
  onMessage(handler: (datagram: Datagram) => void): void;
}

/** How patient a client is: the first wait in ms, and how often it sends a request at the most. */
export interface Patience {
  firstWaitMs: number;
  attempts: number;
}

function timeoutError(attempts: number): Error {
  const error = new Error(`No reply to ${attempts} attempts`);
  error.name = 'TimeoutError';
  return error;
}

/**
 * Makes a function that sends a request and resolves with the text of its reply, at the moment the first one arrives.
 *
 * Without a reply the same datagram is sent again, first after `firstWaitMs`, then after waits that double, `attempts` times
 * in all. After the last of them it waits once more, twice as long again, then rejects with an Error named "TimeoutError".
 * The waits have no upper limit. A reply to any attempt counts, and so does an empty text; the first one is the answer.
 * Replies that nobody waits for are ignored. Every request of a client has an id of its own, which no later one uses again;
 * other clients, on other sockets, may use the same ids. Any number of requests can be open. When one has settled, it sends
 * nothing more and leaves no timer behind.
 */
export function createClient(
  socket: Socket,
  { firstWaitMs, attempts }: Patience,
): (text: string) => Promise<string> {
  const open = new Map<number, (text: string) => void>();
  let lastId = 0;

  socket.onMessage(({ id, text }) => open.get(id)?.(text));

  return (text) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const id = lastId;
      let timer: ReturnType<typeof setTimeout>;

      open.set(id, (reply) => {
        clearTimeout(timer);
        open.delete(id);
        resolve(reply);
      });

      const attempt = (number: number, waitMs: number): void => {
        // Armed before sending: a reply may arrive while `send` is still running.
        timer = setTimeout(() => {
          if (number < attempts) return attempt(number + 1, waitMs * 2);
          open.delete(id);
          reject(timeoutError(attempts));
        }, waitMs);
        socket.send({ id, text });
      };
      attempt(1, firstWaitMs);
    });
}
