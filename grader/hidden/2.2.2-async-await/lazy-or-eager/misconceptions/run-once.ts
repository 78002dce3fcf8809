export const misconception = {
  belief: {
    en: 'Awaiting the same promise again does the work again.',
    zh: '再次 await 同一个 promise，就会再做一遍工作。',
  },
  refutation: {
    en: 'A promise stands for one run and keeps its one result: awaiting it again starts nothing. For another run, make another call.',
    zh: '一个 promise 代表一次运行，只保存那一次的结果：再 await 一次什么也不会启动。要再运行一次，就再调用一次。',
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
  let report: Promise<string> | undefined;
  return () => {
    report ??= execute(step);
    return report;
  };
}
