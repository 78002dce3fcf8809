import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.1-what-is-async/tame-zalgo/tame-zalgo.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';

const test = checksFor<typeof Solution>('tame-zalgo');

/** One call of a callback. */
interface Told {
  at: number;
  /** Whether the lookup had not yet returned. */
  early: boolean;
  /** What it was called with, as plain data. */
  args: Tracked;
  untrustedError: unknown;
}

/** One call of a lookup, and what came of it. */
interface Scan {
  item: string;
  at: number;
  told: Told[];
  /** What the lookup itself threw, if it did. */
  threw?: Tracked;
  /** Resolves when the callback is called for the first time. */
  heard: Promise<void>;
}

/** A shop with prices, the lanes that show when one is fetched, and the learner's lookup. */
interface Shop {
  lab: Lab;
  untrustedLookUp: Solution.LookUp;
  /** How often an item was fetched. */
  fetches(item: string): number;
  /** One more lookup of the learner's, made of the same `fetchPrice`. */
  another(): Promise<Shop>;
}

interface Server {
  takes?: number | ((item: string) => number);
  prices?: Record<string, Solution.Price>;
  /** The error of the n-th fetch of an item, if it fails. */
  fails?: (item: string, n: number) => Error | undefined;
}

async function openShop(
  lab: Lab,
  submission: typeof Solution,
  { takes = () => lab.random.int(20, 90), prices = {}, fails = () => undefined }: Server = {},
): Promise<Shop> {
  const counts = new Map<string, number>();
  const fetches = (item: string): number => counts.get(item) ?? 0;
  const operation = lab.operation<[string, number], Solution.Price>((item) => `fetch ${item}`, {
    takes,
    returns: (item) => prices[item] as Solution.Price,
    fails,
  });
  const fetchPrice = (item: string): Promise<Solution.Price> => {
    counts.set(item, fetches(item) + 1);
    return operation(item, fetches(item));
  };
  const another = async (): Promise<Shop> => {
    let untrusted: unknown;
    await lab.run(() => {
      untrusted = submission.createPriceLookup(fetchPrice);
    });
    claim(
      typeof untrusted === 'function',
      `createPriceLookup() must return the lookup, a function; yours returned "${typeof untrusted}".`,
    );
    return { lab, untrustedLookUp: untrusted as Solution.LookUp, fetches, another };
  };
  return another();
}

/** Calls the lookup while the lab runs. The callback notes its calls, then does what `react` says. */
function look({ lab, untrustedLookUp }: Shop, item: string, react: () => void = () => {}): Scan {
  const { promise: heard, resolve } = Promise.withResolvers<void>();
  const scan: Scan = { item, at: lab.now, told: [], heard };
  let returned = false;
  // As work of the lab it is shielded, and the timeline shows when it is called.
  const callback = lab.work<unknown[], void>('callback', {
    takes: 0,
    returns: (...untrusted) => {
      const args = lab.track(untrusted);
      scan.told.push({ at: lab.now, early: !returned, args, untrustedError: untrusted[0] });
      resolve();
      react();
    },
  });
  try {
    untrustedLookUp(item, callback);
  } catch (untrusted) {
    scan.threw = lab.track(Promise.reject(untrusted));
    resolve();
  }
  returned = true;
  return scan;
}

/** Looks an item up, and waits until all is quiet. */
async function lookAlone(shop: Shop, item: string, react?: () => void): Promise<Scan> {
  let scan: Scan | undefined;
  const start = () => {
    scan = look(shop, item, react);
    return scan.heard;
  };
  await shop.lab.run(start, { mayHang: true });
  // There is no promise in this exercise for the timeline to point at.
  const { marks } = shop.lab.trace;
  marks.splice(0, marks.length, ...marks.filter(({ text }) => !text.startsWith('your promise')));
  return scan as Scan;
}

/** Claims that the callback of a scan was called once. */
function answeredOnce({ item, told, threw }: Scan, what: string): Told {
  const [first, second] = told;
  const error = threw?.error;
  claim(
    error === undefined,
    `The lookup of "${item}" (${what}) threw "${error?.name}: ${error?.message}": a lookup throws nothing, its caller ` +
      'expects every error in the callback.',
  );
  claim(
    first !== undefined,
    `The callback for "${item}" (${what}) was never called: the caller waits for ever. Every path needs a call.`,
  );
  claim(
    second === undefined,
    `The callback for "${item}" (${what}) was called ${told.length} times, at ${told.map(({ at }) => at).join(' and ')} ms: ` +
      'what follows a price happens as often. Exactly one path may call it, once.',
  );
  return first;
}

/** Claims that a scan was answered after the lookup had returned. */
function answeredLater(scan: Scan, what: string): void {
  const { early, at } = answeredOnce(scan, what);
  claim(
    !early,
    `The callback for "${scan.item}" (${what}) was called at ${at} ms, before the lookup itself had returned, so the lines ` +
      'after the call run too late. A caller can only rely on one order: call back later on every path.',
  );
}

/** Claims that a scan was told a price, at most 1 ms after `due`. */
function toldPrice(scan: Scan, price: Solution.Price, due: number, what: string): void {
  const { at, args } = answeredOnce(scan, what);
  const [error, told] = args.value as unknown[];
  const wrong = (error as { message?: string } | null)?.message;
  claim(
    error === null,
    `The callback for "${scan.item}" (${what}) got ${wrong === undefined ? 'an error that is not null' : `the error "${wrong}"`}, ` +
      `though its price is ${price}: with a price the first argument is null.`,
  );
  claim(
    told === price,
    `The callback for "${scan.item}" (${what}) got another price than the shop's "${price}".`,
  );
  claim(
    at - due <= 1,
    `The callback for "${scan.item}" (${what}) was called at ${at} ms, and the price was there at ${due} ms: "later" ` +
      'means when the code that runs has ended, not when time has passed.',
  );
}

/** Claims that a scan was told an error, this very one or one of that name, at most 1 ms after `due`. */
function toldError(scan: Scan, expected: Error | string, due: number, what: string): void {
  const { at, args, untrustedError } = answeredOnce(scan, what);
  const [error, price] = args.value as [{ name?: string } | null, unknown];
  const right = expected instanceof Error ? untrustedError === expected : error?.name === expected;
  const name = expected instanceof Error ? `"${expected.message}", the very error` : expected;
  claim(
    right,
    `The callback for "${scan.item}" (${what}) did not get ${name}: an error is its first argument.`,
  );
  claim(
    price === undefined,
    `The callback for "${scan.item}" (${what}) got an error and a price as well: one of the two.`,
  );
  claim(
    at - due <= 1,
    `The callback for "${scan.item}" (${what}) got its error at ${at} ms, but it was known at ${due} ms: hand it ` +
      'on, and try nothing else first.',
  );
}

/** Takes the exceptions that nobody caught, so that the check does not fail for them. */
function takeUncaught({ uncaught, unhandled }: Lab): string[] {
  return [...uncaught.splice(0), ...unhandled.splice(0)].map(({ error }) => error.message);
}

test('a known price arrives in the same order as a fetched one: after the lookup has returned', {
  weight: 3,
}, async (t) => {
  const takes = t.lab.random.int(20, 90);
  const prices = { tea: t.lab.random.int(50, 400) };
  const shop = await openShop(t.lab, t.submission, { takes, prices });
  const miss = await lookAlone(shop, 'tea');
  answeredLater(miss, 'not known yet');
  toldPrice(miss, prices.tea, miss.at + takes, 'not known yet');
  for (let i = 0; i < 2; i++) {
    const hit = await lookAlone(shop, 'tea');
    answeredLater(hit, 'a known price');
    toldPrice(hit, prices.tea, hit.at, 'a known price');
  }
  const fetches = shop.fetches('tea');
  claim(
    fetches === 1,
    `Three lookups of "tea", one after the other, fetched ${fetches} times: keep the price.`,
  );
});

test('an empty item is refused later too, and nothing is fetched', { weight: 2 }, async (t) => {
  const shop = await openShop(t.lab, t.submission);
  for (let i = 0; i < 2; i++) {
    const scan = await lookAlone(shop, '');
    answeredLater(scan, 'an empty item');
    toldError(scan, 'RangeError', scan.at, 'an empty item');
  }
  const fetches = t.lab.trace.operations().length;
  claim(fetches === 0, 'Your code fetched a price for an empty item: there is none to be had.');
});

test('a failed fetch is reported once, and the next lookup fetches again', {
  weight: 2,
}, async (t) => {
  const takes = t.lab.random.int(20, 90);
  const error = new Error('no connection');
  const shop = await openShop(t.lab, t.submission, {
    takes,
    prices: { tea: 120 },
    fails: (_, n) => (n <= 2 ? error : undefined),
  });
  for (let i = 0; i < 2; i++) {
    const scan = await lookAlone(shop, 'tea');
    answeredLater(scan, 'a failed fetch');
    toldError(scan, error, scan.at + takes, 'a failed fetch');
    const fetches = shop.fetches('tea');
    claim(
      fetches === i + 1,
      `A failure must not be kept. Lookups, each after the failure of the one before: ${i + 1}; fetches: ${fetches}. Keep a ` +
        'price when it is there, and forget a fetch that fails.',
    );
  }
  const scan = await lookAlone(shop, 'tea');
  toldPrice(scan, 120, scan.at + takes, 'fetched after two failures');

  const shaky = await openShop(t.lab, t.submission, {
    takes,
    prices: { milk: 90 },
    fails: (_, n) => (n === 1 ? error : undefined),
  });
  let again: Scan | undefined;
  const failed = await lookAlone(shaky, 'milk', () => {
    again ??= look(shaky, 'milk');
  });
  toldError(failed, error, failed.at + takes, 'a failed fetch');
  claim(
    shaky.fetches('milk') === 2,
    'The fetch of "milk" failed, and its callback looked "milk" up once more; nothing was fetched. Forget the failure first, ' +
      'and call back as the last thing, because you cannot know what a callback does, or whether it throws.',
  );
  toldPrice(again as Scan, 90, (again as Scan).at + takes, 'looked up again by the callback');
});

test('no lookup waits for the fetch of another item', { weight: 2 }, async (t) => {
  const takes = (item: string): number => (item === 'cake' ? 90 : 20);
  const prices = { tea: 120, cake: 340, milk: 90 };
  const shop = await openShop(t.lab, t.submission, { takes, prices });
  await lookAlone(shop, 'tea');
  const scans: Scan[] = [];
  const begun = t.lab.now;
  const start = async () => {
    scans.push(look(shop, 'cake'));
    await t.lab.at(begun + 10);
    for (const item of ['tea', '', 'milk']) scans.push(look(shop, item));
    await Promise.all(scans.map(({ heard }) => heard));
  };
  await t.lab.run(start, { mayHang: true });
  const [cake, tea, nothing, milk] = scans as [Scan, Scan, Scan, Scan];
  for (const [scan, what, ms] of [
    [tea, 'a known price', 0],
    [nothing, 'an empty item', 0],
    [milk, 'not known yet', 20],
  ] as const) {
    const { at } = answeredOnce(scan, what);
    claim(
      at - scan.at <= ms + 1,
      `The lookup of "${scan.item}" (${what}) was answered ${at - scan.at} ms after the call, and ${ms} ms are enough: it ` +
        'waited for the fetch of "cake". Let every lookup go its own way, without a queue.',
    );
  }
  toldPrice(tea, 120, tea.at, 'a known price, while "cake" is fetched');
  toldError(nothing, 'RangeError', nothing.at, 'an empty item, while "cake" is fetched');
  toldPrice(milk, 90, milk.at + 20, 'not known yet, while "cake" is fetched');
  toldPrice(cake, 340, cake.at + 90, 'not known yet');
});

test('of two lookups of one item that overlap, a failure harms only its own', async (t) => {
  const error = new Error('no connection');
  const shop = await openShop(t.lab, t.submission, {
    takes: 50,
    prices: { tea: 120 },
    fails: (_, n) => (n === 2 ? error : undefined),
  });
  const scans: Scan[] = [];
  const begun = t.lab.now;
  const start = async () => {
    scans.push(look(shop, 'tea'));
    await t.lab.at(begun + 10);
    scans.push(look(shop, 'tea'));
    await Promise.all(scans.map(({ heard }) => heard));
  };
  await t.lab.run(start, { mayHang: true });
  takeUncaught(t.lab);
  const [first, second] = scans as [Scan, Scan];
  toldPrice(first, 120, first.at + 50, 'the first of two that overlap');
  const fetches = shop.fetches('tea');
  const { args } = answeredOnce(second, 'the second of two that overlap');
  // Its own fetch has failed, unless it shared the other one; the price that is known by then is an answer, too.
  if (fetches === 1 || (args.value as unknown[])[0] === null) {
    toldPrice(second, 120, second.at + 50, 'the second of two that overlap');
  } else toldError(second, error, second.at + 50, 'the second of two that overlap');
  await lookAlone(shop, 'tea');
  claim(
    shop.fetches('tea') === fetches,
    'Two lookups of "tea" overlapped: one got the price, then the other failed, and the price was fetched once more after ' +
      'that. A price that was there stays kept: forget nothing but the fetch that failed.',
  );
});

test('an item may have any name', async (t) => {
  const prices = { constructor: 250, ' ': 80, ' tea': 120, tea: 130 };
  const shop = await openShop(t.lab, t.submission, { takes: 30, prices });
  for (const [item, price] of Object.entries(prices)) {
    for (let i = 0; i < 2; i++) {
      const scan = await lookAlone(shop, item);
      const fetches = shop.fetches(item);
      const sentence = `Lookups of the item "${item}": ${i + 1}; fetches: ${fetches}`;
      claim(
        fetches === 1 || item === 'constructor',
        `${sentence}. An item is the text as it stands, blanks and all, and only the empty one is none: do not trim it.`,
      );
      claim(
        fetches === 1,
        `${sentence}. An object made with {} has such a property from the start; a Map has only what you put into it.`,
      );
      toldPrice(scan, price, scan.at + (i === 0 ? 30 : 0), 'an item of that name');
    }
  }
});

test('prices that look like nothing, 0 and null, are kept like any other', async (t) => {
  const shop = await openShop(t.lab, t.submission, { prices: { sample: 0, onion: null } });
  for (const [item, price] of t.lab.random.shuffle([
    ['sample', 0],
    ['onion', null],
  ] as const)) {
    for (let i = 0; i < 3; i++) await lookAlone(shop, item);
    const scan = await lookAlone(shop, item);
    const fetches = shop.fetches(item);
    claim(
      fetches <= 1,
      `A price of ${price === null ? '"null"' : '"0"'} was fetched ${fetches} times for 4 lookups: that it looks like ` +
        'nothing does not mean that it is not known.',
    );
    toldPrice(scan, price, scan.at, 'a known price');
  }
});

test('each of many lookups gets its own answer once, in every order of the fetches', {
  weight: 2,
}, async (t) => {
  await t.lab.explore(async (lab) => {
    const prices = { tea: 120, cake: 340, milk: 90 };
    const error = new Error('no connection');
    const fails = (item: string): Error | undefined => (item === 'cake' ? error : undefined);
    const shop = await openShop(lab, t.submission, { prices, fails });
    const scans: Scan[] = [];
    const start = () => {
      for (const item of ['tea', 'cake', 'milk', 'tea']) scans.push(look(shop, item));
      return Promise.all(scans.map(({ heard }) => heard));
    };
    await lab.run(start, { mayHang: true });
    for (const scan of scans) {
      const due = answeredOnce(scan, 'several at once').at;
      if (scan.item === 'cake') toldError(scan, error, due, 'several at once');
      else toldPrice(scan, prices[scan.item as 'tea'], due, 'several at once');
    }
  });
});

test('when the callback is called, the price is kept already', async (t) => {
  const takes = t.lab.random.int(20, 90);
  const shop = await openShop(t.lab, t.submission, { takes, prices: { tea: 120 } });
  let again: Scan | undefined;
  const first = await lookAlone(shop, 'tea', () => {
    again ??= look(shop, 'tea');
  });
  toldPrice(first, 120, first.at + takes, 'not known yet');
  const fetches = shop.fetches('tea');
  claim(
    fetches === 1,
    `The callback for "tea" looked up "tea" once more, and that led to fetch number ${fetches}: keep the price first, ` +
      'and call back as the last thing, because you cannot know what a callback does.',
  );
  toldPrice(again as Scan, 120, (again as Scan).at, 'looked up by the callback');
});

test('a callback that throws is not called again', { weight: 2 }, async (t) => {
  const error = new Error('no connection');
  const fails = (item: string): Error | undefined => (item === 'cake' ? error : undefined);
  const shop = await openShop(t.lab, t.submission, { prices: { tea: 120 }, fails });
  const scans: [Scan, string][] = [];
  for (const [item, what] of [
    ['tea', 'fetched, the callback throws'],
    ['cake', 'failed, the callback throws'],
    ['tea', 'known, the callback throws'],
  ] as const) {
    const scan = await lookAlone(shop, item, () => {
      throw new Error('the display is broken');
    });
    scans.push([scan, what]);
  }
  takeUncaught(t.lab);
  for (const [{ item, told }, what] of scans) {
    claim(
      told.length < 2,
      `The callback for "${item}" (${what}) was called ${told.length} times: what it throws is not an error of the ` +
        'fetch. Do not call it inside a try, nor in a then() that a catch() follows.',
    );
    claim(told.length === 1, `The callback for "${item}" (${what}) was never called.`);
  }
});

test('what a callback throws is not swallowed', async (t) => {
  const error = new Error('no connection');
  const fails = (item: string): Error | undefined => (item === 'cake' ? error : undefined);
  const shop = await openShop(t.lab, t.submission, { prices: { tea: 120 }, fails });
  for (const item of ['tea', 'cake']) {
    const bug = new Error(`the display cannot show ${item}`);
    const { told } = await lookAlone(shop, item, () => {
      throw bug;
    });
    claim(told.length > 0, `The callback for "${item}" was never called.`);
    claim(
      takeUncaught(t.lab).includes(bug.message),
      `The callback for "${item}" threw "${bug.message}", and nobody will ever hear of it: something in your code caught ` +
        'it. Do not catch what is not yours; uncaught, it ends the process with a stack that names the line.',
    );
  }
});

test('a callback that throws takes the answer from nobody else', async (t) => {
  const shop = await openShop(t.lab, t.submission, { takes: 50, prices: { tea: 120 } });
  let others: Scan[] = [];
  const start = () => {
    const broken = look(shop, 'tea', () => {
      throw new Error('the display is broken');
    });
    others = ['tea', 'tea'].map((item) => look(shop, item));
    return Promise.all([broken, ...others].map(({ heard }) => heard));
  };
  await t.lab.run(start, { mayHang: true });
  takeUncaught(t.lab);
  for (const { told } of others) {
    claim(
      told.length > 0,
      'Three lookups of "tea" waited for the same price. The first callback threw, and another one was never called: ' +
        'an exception ends the loop in which it is thrown, so give every callback a promise or a timer of its own.',
    );
  }
  for (const scan of others) toldPrice(scan, 120, scan.at + 50, 'beside a callback that throws');
});

test('two lookups keep their prices apart', async (t) => {
  const north = await openShop(t.lab, t.submission, { prices: { tea: 120 } });
  const south = await openShop(t.lab, t.submission, { prices: { tea: 150 } });
  await lookAlone(north, 'tea');
  const scan = await lookAlone(south, 'tea');
  answeredOnce(scan, 'in the second shop');
  const fetches = south.fetches('tea');
  claim(
    fetches === 1,
    'A second lookup, made for another shop, did not fetch: it found the price of the first. Keep the prices inside ' +
      'createPriceLookup(), not outside.',
  );
  const twin = await north.another();
  const own = await lookAlone(twin, 'tea');
  answeredOnce(own, 'in a second lookup');
  claim(
    north.fetches('tea') === 2,
    'Two lookups were made of the same fetchPrice, and the second found the price of the first. Each keeps its own: make ' +
      'a new Map in every call of createPriceLookup().',
  );
});
