export const misconception = {
  belief: {
    en: '`forEach` with an async callback takes one step after the other and returns when all are done.',
    zh: '给 `forEach` 传 async 回调，它会一步接一步地执行，全部完成后才返回。',
  },
  refutation: {
    en: 'The callback returns a promise at its first `await`, and `forEach` throws that promise away: it calls the next step at once, and your function returns while all of them are running.',
    zh: '回调遇到第一个 `await` 就返回一个 promise，而 `forEach` 把它丢掉了：下一步马上被调用，所有步骤还在运行时你的函数就已经返回。',
  },
  read: '2.2.2-async-await',
};

type Execute = (step: string) => Promise<string>;

export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  const reports: string[] = [];
  steps.forEach(async (step) => {
    reports.push(await execute(step));
  });
  return reports;
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  return () => execute(step);
}
