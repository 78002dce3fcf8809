export const misconception = {
  belief: {
    en: 'To let the others work I have to pause for some milliseconds, long enough for them.',
    zh: '要让别人干活，我得停上几毫秒，停到他们够用为止。',
  },
  refutation: {
    en: 'A pause says "after what is due", not "after so many milliseconds". The loop calls whatever is due before it comes back to you, and if nothing is due, every millisecond of pause is lost.',
    zh: '让出的意思是“等到期的都处理完”，而不是“等多少毫秒”。循环会先处理所有到期的事情，再回到你这里；若没有什么到期，停的每一毫秒都是浪费。',
  },
  read: '1.1-what-is-async',
};

type Price<Receipt> = (receipt: Receipt) => number;

export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  let total = 0;
  for (const [i, receipt] of receipts.entries()) {
    if (i > 0 && i % perTurn === 0) await new Promise((resume) => setTimeout(resume, 10));
    total += price(receipt);
  }
  return total;
}
