export const misconception = {
  belief: {
    en: 'A step has a name and a report, so a `Map` from names to reports holds them all.',
    zh: '步骤有名字，也有报告，所以用一个从名字到报告的 `Map` 就能全部存下。',
  },
  refutation: {
    en: 'The name says what is executed, not which run it was. A step that stands twice runs twice, and in the map its second report takes the place of the first. Keep the reports in a list, in the order of the runs.',
    zh: '名字说明执行的是什么，却不说明是哪一次运行。出现两次的步骤会运行两次，而在 map 里，第二份报告会顶替第一份。把报告按运行的顺序放进列表。',
  },
  read: '2.2.2-async-await',
};

type Execute = (step: string) => Promise<string>;

export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  const reports = new Map<string, string>();
  for (const step of steps) reports.set(step, await execute(step));
  return steps.map((step) => reports.get(step) ?? '');
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  return () => execute(step);
}
