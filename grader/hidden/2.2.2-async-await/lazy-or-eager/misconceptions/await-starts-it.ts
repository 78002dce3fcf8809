export const misconception = {
  belief: {
    en: 'The steps take turns because I await them one after the other, in a loop or with `for await`.',
    zh: '我逐个 await 这些步骤（用循环或 `for await`），所以它们会轮流执行。',
  },
  refutation: {
    en: 'Awaiting starts nothing, it only waits. The list of calls was complete before the loop began, so every step had been started by then, and one that fails early has nobody listening. Make the call inside the loop.',
    zh: 'await 什么也不启动，它只是等待。循环开始之前，由调用组成的列表已经造好，所有步骤都已启动；提前失败的那个没有人监听。把调用放进循环里。',
  },
  read: '2.2.2-async-await',
};

type Execute = (step: string) => Promise<string>;

export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  const reports: string[] = [];
  for await (const report of steps.map((step) => execute(step))) reports.push(report);
  return reports;
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  return () => execute(step);
}
