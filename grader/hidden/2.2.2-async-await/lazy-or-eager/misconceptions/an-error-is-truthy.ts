export const misconception = {
  belief: {
    en: 'I catch the error into a variable and ask `if (error)` whether there was one.',
    zh: '我把错误捕获到一个变量里，再用 `if (error)` 判断有没有出错。',
  },
  refutation: {
    en: 'A promise may be rejected with any value, also with `undefined`, `0` or an empty text, and such a failure looks like success to your condition. The rejection itself is the failure: let it leave the loop.',
    zh: 'promise 可以用任何值来拒绝，包括 `undefined`、`0` 或空字符串；对你的条件判断来说，这样的失败就像成功。拒绝本身就是失败：让它离开循环。',
  },
  read: '2.2.2-async-await',
};

type Execute = (step: string) => Promise<string>;

export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  const reports: string[] = [];
  let error: unknown;
  for (const step of steps) {
    await execute(step).then(
      (report) => reports.push(report),
      (reason: unknown) => {
        error = reason;
      },
    );
    if (error) throw error;
  }
  return reports;
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  return () => execute(step);
}
