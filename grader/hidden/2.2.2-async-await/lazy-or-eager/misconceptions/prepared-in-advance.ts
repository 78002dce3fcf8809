export const misconception = {
  belief: {
    en: 'A promise that I keep in a variable is prepared but not started; it begins when the returned function hands it out.',
    zh: '存在变量里的 promise 只是准备好、还没开始；等返回的函数把它交出去时才开始。',
  },
  refutation: {
    en: 'The promise exists because the call was made, and the call started the step. A closure over a promise keeps the result of a run that has begun; a closure over the arguments can begin one.',
    zh: '有这个 promise，是因为调用已经发生，而调用启动了步骤。闭包里存 promise，保存的是一次已经开始的运行；闭包里存参数，才能由它开始一次运行。',
  },
  read: '2.2.2-async-await',
};

type Execute = (step: string) => Promise<string>;

export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  const reports: string[] = [];
  for (const step of steps) reports.push(await execute(step));
  return reports;
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  const prepared = execute(step);
  return () => prepared;
}
