export const misconception = {
  belief: {
    en: 'A step that has nothing to say has no report.',
    zh: '一个步骤要是无话可说，就没有报告。',
  },
  refutation: {
    en: 'An empty text is a report: the step succeeded. Without it every later report stands one place too early, and nobody can tell any more which step it belongs to. Push what comes, whatever it looks like.',
    zh: '空字符串也是报告：这一步成功了。少了它，后面的每份报告都提前一位，再也看不出属于哪一步。来什么就放进去什么，不管它看上去是什么样。',
  },
  read: '2.2.2-async-await',
};

type Execute = (step: string) => Promise<string>;

export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  const reports: string[] = [];
  for (const step of steps) {
    const report = await execute(step);
    if (report) reports.push(report);
  }
  return reports;
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  return () => execute(step);
}
