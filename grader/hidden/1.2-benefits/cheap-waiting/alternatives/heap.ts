interface Sleeper {
  at: number;
  turn: number;
  wake: () => void;
}

const isBefore = (a: Sleeper, b: Sleeper): boolean =>
  a.at < b.at || (a.at === b.at && a.turn < b.turn);

// A binary heap: a call costs log n steps, however many sleep. A heap keeps no order among equals, so each has a number.
class Heap {
  readonly #items: Sleeper[] = [];

  get first(): Sleeper | undefined {
    return this.#items[0];
  }

  push(item: Sleeper): void {
    const items = this.#items;
    let i = items.push(item) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = items[parent] as Sleeper;
      if (isBefore(above, item)) break;
      items[i] = above;
      i = parent;
    }
    items[i] = item;
  }

  shift(): Sleeper | undefined {
    const items = this.#items;
    const [first] = items;
    const last = items.pop();
    if (last && items.length > 0) this.#sink(last);
    return first;
  }

  #sink(item: Sleeper): void {
    const items = this.#items;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      const right = items[child + 1];
      if (right && isBefore(right, items[child] as Sleeper)) child += 1;
      const below = items[child];
      if (!below || isBefore(item, below)) break;
      items[i] = below;
      i = child;
    }
    items[i] = item;
  }
}

class HeapClock {
  readonly #heap = new Heap();
  #turns = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  async sleep(ms: number): Promise<void> {
    const { promise, resolve: wake } = Promise.withResolvers<void>();
    const sleeper = { at: Date.now() + ms, turn: this.#turns++, wake };
    this.#heap.push(sleeper);
    if (this.#heap.first === sleeper) this.#arm();
    await promise;
  }

  #arm(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = undefined;
    const { first } = this.#heap;
    if (first) this.#timer = setTimeout(() => this.#ring(), first.at - Date.now());
  }

  #ring(): void {
    for (let { first } = this.#heap; first && first.at <= Date.now(); { first } = this.#heap) {
      this.#heap.shift();
      first.wake();
    }
    this.#arm();
  }
}

export function createAlarmClock(): { sleep(ms: number): Promise<void> } {
  return new HeapClock();
}
