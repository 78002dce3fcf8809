type Convert<Picture, Print> = (picture: Picture) => Promise<Print>;

// One promise per picture; each waits for a machine that is handed over by the one before.
class Machines {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    if (!Number.isInteger(count) || count < 1) throw new RangeError('no such number of machines');
    this.#free = count;
  }

  async take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((handOver) => this.#waiting.push(handOver));
  }

  giveBack(): void {
    const handOver = this.#waiting.shift();
    if (handOver) handOver();
    else this.#free += 1;
  }

  close(): void {
    this.#waiting.length = 0;
  }
}

export async function convertAll<Picture, Print>(
  pictures: readonly Picture[],
  machines: number,
  convert: Convert<Picture, Print>,
): Promise<Print[]> {
  const pool = new Machines(machines);
  const conversions = pictures.map(async (picture) => {
    await pool.take();
    try {
      return await convert(picture);
    } catch (error) {
      pool.close();
      throw error;
    } finally {
      pool.giveBack();
    }
  });
  return Promise.all(conversions);
}
