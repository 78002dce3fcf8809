interface PageRequest {
  parseMs: number;
  queryMs: number;
  renderMs: number;
}

interface Event {
  at: number;
  phase: 0 | 1;
  position: number;
}

// One event after the other, as an event loop does it: what became ready first, who takes it, what follows from it.
class Shop {
  readonly #requests: readonly PageRequest[];
  readonly #cores: number[];
  #line: Event[];

  constructor(requests: readonly PageRequest[], workers: number) {
    this.#requests = requests;
    this.#cores = Array.from({ length: workers }, () => 0);
    this.#line = requests.map((_, position) => ({ at: 0, phase: 0, position }));
  }

  run(): number {
    let over = 0;
    for (let event = this.#next(); event; event = this.#next()) {
      const request = this.#requests[event.position] as PageRequest;
      const end = this.#compute(event.at, event.phase === 0 ? request.parseMs : request.renderMs);
      if (event.phase === 0) this.#line.push({ ...event, at: end + request.queryMs, phase: 1 });
      over = Math.max(over, end);
    }
    return over;
  }

  #next(): Event | undefined {
    this.#line.sort((a, b) => a.at - b.at || a.phase - b.phase || a.position - b.position);
    return this.#line.shift();
  }

  #compute(readyAt: number, ms: number): number {
    this.#cores.sort((a, b) => a - b);
    const end = Math.max(readyAt, this.#cores[0] as number) + ms;
    this.#cores[0] = end;
    return end;
  }
}

export const predictMakespan = (requests: readonly PageRequest[]): number =>
  new Shop(requests, 1).run();

export const predictMakespanOn = (requests: readonly PageRequest[], workers: number): number =>
  new Shop(requests, workers).run();
