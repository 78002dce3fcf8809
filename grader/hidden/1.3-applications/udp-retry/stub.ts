import { todo } from '#course';

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
  patience: Patience,
): (text: string) => Promise<string> {
  todo();
}
