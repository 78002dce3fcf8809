export const misconception = {
  belief: {
    en: 'A callback given to `then` runs only when somebody awaits the promise, so `Promise.resolve().then(…)` makes a call lazy.',
    zh: '交给 `then` 的回调要等有人 await 这个 promise 才运行，所以 `Promise.resolve().then(…)` 能让调用变成惰性的。',
  },
  refutation: {
    en: '`then` asks for its callback to be run as soon as the promise is fulfilled, awaited or not. With `Promise.resolve()` that is a microtask later. Only a function that nobody has called yet is lazy.',
    zh: '`then` 的意思是：promise 一旦兑现就运行回调，不管有没有人 await。对 `Promise.resolve()` 来说，只晚一个微任务。只有还没有被调用的函数才是惰性的。',
  },
  read: '2.2.2-async-await',
};

type Execute = (step: string) => Promise<string>;

export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  const lazy = steps.map((step) => Promise.resolve().then(() => execute(step)));
  const reports: string[] = [];
  for (const step of lazy) reports.push(await step);
  return reports;
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  const lazy = Promise.resolve().then(() => execute(step));
  return () => lazy;
}
