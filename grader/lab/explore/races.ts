import { claim } from '../failure.ts';
import type { Lab } from '../lab.ts';
import type { Scenario } from './explore.ts';

/** A lock with a defect that only two of them together show: whoever asks first waits for ever. */
function createLock(): () => Promise<() => void> {
  let tail = Promise.resolve();
  return () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = tail;
    tail = promise;
    return before.then(() => resolve);
  };
}

/** Starts one request after the other and notes in which order they come back. */
async function finishOrder(lab: Lab, requests: number): Promise<number[]> {
  const get = lab.operation<[number]>((i) => `GET /${i}`, { takes: 10 });
  const order: number[] = [];
  const one = async (i: number): Promise<void> => {
    await get(i);
    order.push(i);
  };
  await lab.run(() => Promise.all(Array.from({ length: requests }, (_, i) => one(i))));
  return order;
}

/** Seven races of real programs, each wrong in some schedules only: what an exploration must find. */
export const races: Record<string, Scenario> = {
  async 'lost update'(lab) {
    let stored = 0;
    const read = lab.operation('read', { takes: 10, effect: () => stored });
    const write = lab.operation<[number]>('write', {
      takes: 10,
      effect: (value) => {
        stored = value;
      },
    });
    const increment = async (): Promise<void> => write((await read()) + 1);
    await lab.run(() => Promise.all([increment(), increment()]));
    claim(stored === 2, `Two increments stored ${stored}`);
  },

  async 'stale response'(lab) {
    const search = lab.operation<[string], string>((query) => `search ${query}`, {
      takes: 10,
      returns: (query) => query,
    });
    let shown = '';
    const type = async (query: string): Promise<void> => {
      shown = await search(query);
    };
    await lab.run(() => Promise.all(['a', 'ab', 'abc'].map(type)));
    claim(shown === 'abc', `The answer to "${shown}" is shown last`);
  },

  async 'last of five'(lab) {
    const order = await finishOrder(lab, 5);
    claim(order.at(-1) !== 0, 'The first of five requests finished last');
  },

  async 'exact reversal'(lab) {
    const order = await finishOrder(lab, 4);
    claim(order.join() !== '3,2,1,0', 'Four requests finished in reverse');
  },

  async 'one-step window in twelve'(lab) {
    const chunk = lab.operation<[number]>((step) => `chunk ${step}`, { takes: 10 });
    const logout = lab.operation('logout', { takes: 10 });
    let step = 0;
    let loggedOutAt = 0;
    const upload = async (): Promise<void> => {
      for (step = 1; step <= 12; step++) await chunk(step);
    };
    const leave = async (): Promise<void> => {
      await logout();
      loggedOutAt = step;
    };
    await lab.run(() => Promise.all([upload(), leave()]));
    claim(loggedOutAt !== 9, 'The logout landed between step 8 and step 9');
  },

  async 'AB-BA deadlock'(lab) {
    const think = lab.operation('think', { takes: 10 });
    const [a, b] = [createLock(), createLock()];
    const transfer = async (
      first: () => Promise<() => void>,
      second: () => Promise<() => void>,
    ): Promise<void> => {
      await think();
      const releaseFirst = await first();
      await think();
      const releaseSecond = await second();
      releaseSecond();
      releaseFirst();
    };
    await lab.run(() => Promise.all([transfer(a, b), transfer(b, a)]));
  },

  async 'cache versus invalidation'(lab) {
    let stored = 1;
    let cached: number | undefined;
    const load = lab.operation('load', { takes: 10, effect: () => stored });
    const parse = lab.operation('parse', { takes: 10 });
    const authorise = lab.operation('authorise', { takes: 10 });
    const save = lab.operation('save', {
      takes: 10,
      effect: () => {
        stored = 2;
      },
    });
    const get = async (): Promise<number> => {
      if (cached !== undefined) return cached;
      const value = await load();
      await parse();
      cached = value;
      return value;
    };
    const update = async (): Promise<void> => {
      await authorise();
      await save();
      cached = undefined;
    };
    await lab.run(() => Promise.all([get(), update()]));
    const { value } = await lab.run(get);
    claim(value === 2, `The cache still answers ${value} after the update`);
  },
};
