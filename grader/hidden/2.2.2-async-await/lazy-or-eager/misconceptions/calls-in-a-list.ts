export const misconception = {
  belief: {
    en: 'Calling an async function only makes an object; the work starts when I await it, as with a Python coroutine.',
    zh: '调用 async 函数只是得到一个对象，等到 await 它时才开始干活，就像 Python 的协程一样。',
  },
  refutation: {
    en: 'In TypeScript the call itself starts the work, and the promise is already under way when you get it. Keep a function that makes the call, and call it when its turn has come.',
    zh: '在 TypeScript 里，调用本身就开始了工作，拿到的 promise 已经在进行。要保存的是一个会发起调用的函数，轮到它时再调用。',
  },
  read: '2.2.2-async-await',
};

type Execute = (step: string) => Promise<string>;

export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  const coroutines = steps.map((step) => execute(step));
  const reports: string[] = [];
  for (const coroutine of coroutines) reports.push(await coroutine);
  return reports;
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  const coroutine = execute(step);
  return () => coroutine;
}
