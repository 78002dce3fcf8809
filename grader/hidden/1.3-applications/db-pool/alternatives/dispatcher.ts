interface Connection {
  readonly broken: boolean;
}
interface PoolOptions<C> {
  open: () => Promise<C>;
  max: number;
}
interface Pool<C> {
  use<T>(job: (connection: C) => Promise<T>, timeoutMs: number): Promise<T>;
}

class TimeoutError extends Error {
  override name = 'TimeoutError';
}

interface Request<C> {
  serve: (connection: C) => void;
  fail: (error: unknown) => void;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** One queue of requests and one function that serves as many as it can; whatever happens, it is called again. */
class Dispatcher<C extends Connection> implements Pool<C> {
  readonly #options: PoolOptions<C>;
  readonly #requests = new Set<Request<C>>();
  readonly #idle = new Set<C>();
  #inUse = 0;

  constructor(options: PoolOptions<C>) {
    this.#options = options;
  }

  async use<T>(job: (connection: C) => Promise<T>, timeoutMs: number): Promise<T> {
    const connection = await this.#request(timeoutMs);
    try {
      return await job(connection);
    } finally {
      if (!connection.broken) this.#idle.add(connection);
      this.#inUse -= 1;
      this.#dispatch();
    }
  }

  #request(timeoutMs: number): Promise<C> {
    return new Promise((serve, fail) => {
      const request: Request<C> = { serve, fail, timer: undefined };
      this.#requests.add(request);
      this.#dispatch();
      if (!this.#requests.has(request)) return;
      request.timer = setTimeout(() => {
        this.#requests.delete(request);
        fail(new TimeoutError(`gave up after ${timeoutMs} ms`));
      }, timeoutMs);
    });
  }

  #dispatch(): void {
    for (const request of this.#requests) {
      if (this.#inUse === this.#options.max) return;
      this.#inUse += 1;
      this.#requests.delete(request);
      clearTimeout(request.timer);
      void this.#serve(request);
    }
  }

  async #serve({ serve, fail }: Request<C>): Promise<void> {
    for (const connection of this.#idle) {
      this.#idle.delete(connection);
      if (!connection.broken) return serve(connection);
    }
    try {
      serve(await this.#options.open());
    } catch (error) {
      this.#inUse -= 1;
      fail(error);
      this.#dispatch();
    }
  }
}

export function createPool<C extends Connection>(options: PoolOptions<C>): Pool<C> {
  return new Dispatcher(options);
}
