// An object may be a listener; this one is the sleep itself.
class Sleep implements EventListenerObject {
  readonly #signal: AbortSignal | undefined;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #over = Promise.withResolvers<void>();

  constructor(ms: number, signal: AbortSignal | undefined) {
    this.#signal = signal;
    this.#timer = setTimeout(() => this.#end(this.#over.resolve), ms);
    signal?.addEventListener('abort', this);
  }

  get over(): Promise<void> {
    return this.#over.promise;
  }

  handleEvent(): void {
    this.#end(() => this.#over.reject(this.#signal?.reason));
  }

  #end(settle: () => void): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this);
    settle();
  }
}

export const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
  if (signal?.aborted) throw signal.reason;
  await new Sleep(ms, signal).over;
};
