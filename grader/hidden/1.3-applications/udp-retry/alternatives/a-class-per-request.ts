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

class Request {
  readonly #socket: Socket;
  readonly #datagram: Datagram;
  readonly #settle: PromiseWithResolvers<string> = Promise.withResolvers();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(socket: Socket, datagram: Datagram) {
    this.#socket = socket;
    this.#datagram = datagram;
  }

  get answer(): Promise<string> {
    return this.#settle.promise;
  }

  run(waitMs: number, left: number): void {
    if (left === 0) return this.#settle.reject(timeoutError());
    this.#timer = setTimeout(() => this.run(waitMs * 2, left - 1), waitMs);
    this.#socket.send(this.#datagram);
  }

  receive({ id, text }: Datagram): void {
    if (id !== this.#datagram.id) return;
    clearTimeout(this.#timer);
    this.#settle.resolve(text);
  }
}

export function createClient(socket: Socket, { firstWaitMs, attempts }: Patience) {
  const requests = new Set<Request>();
  socket.onMessage((datagram) => {
    for (const request of requests) request.receive(datagram);
  });
  let id = 1_000;
  return (text: string): Promise<string> => {
    id -= 1;
    const request = new Request(socket, { id, text });
    requests.add(request);
    request.run(firstWaitMs, attempts);
    return request.answer.finally(() => requests.delete(request));
  };
}
