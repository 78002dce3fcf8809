export const misconception = {
  belief: {
    en: '`Promise.all` runs the promises in the order of the list, because its results come in that order.',
    zh: '`Promise.all` 的结果按列表顺序排列，所以它也按这个顺序运行各个 promise。',
  },
  refutation: {
    en: '`Promise.all` runs nothing: `map` has already started every step when it is called. It only waits and puts the results in order.',
    zh: '`Promise.all` 什么也不运行：调用它时，`map` 早已启动了每个步骤。它只负责等待，并把结果排好顺序。',
  },
  read: '2.2.2-async-await',
};

type Execute = (step: string) => Promise<string>;

export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  return Promise.all(steps.map((step) => execute(step)));
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  return () => execute(step);
}
