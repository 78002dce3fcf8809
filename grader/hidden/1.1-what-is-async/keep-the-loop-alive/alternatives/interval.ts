type Price<Receipt> = (receipt: Receipt) => number;

class Sum<Receipt> {
  readonly promise: Promise<number>;
  readonly #waiting: Iterator<Receipt>;
  readonly #price: Price<Receipt>;
  #total = 0;

  constructor(receipts: readonly Receipt[], perTurn: number, price: Price<Receipt>) {
    this.#waiting = receipts[Symbol.iterator]();
    this.#price = price;
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    this.promise = promise;
    let left = receipts.length;
    const beat = setInterval(() => {
      try {
        for (let i = 0; i < perTurn && left > 0; i++, left--) this.#addOne();
      } catch (error) {
        clearInterval(beat);
        reject(error);
      }
      if (left > 0) return;
      clearInterval(beat);
      resolve(this.#total);
    }, 0);
  }

  #addOne(): void {
    const { value } = this.#waiting.next();
    this.#total += this.#price(value);
  }
}

export const sumReceipts = <Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> => new Sum(receipts, perTurn, price).promise;
