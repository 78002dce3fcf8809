export const misconception = {
  belief: {
    en: 'It is enough to look at `signal.aborted` when the sleep is over.',
    zh: '睡完之后再看一眼 `signal.aborted` 就够了。',
  },
  refutation: {
    en: 'Nothing is looked at while you wait: the shop closes, and the sleep goes on to its end. `aborted` says that it has happened; only the `abort` event says when.',
    zh: '等待期间什么都不会被检查：店关了，睡眠却照样睡到最后。`aborted` 只说明中止已经发生；只有 `abort` 事件才告诉你它何时发生。',
  },
  read: '2.2.2-async-await',
};

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  signal?.throwIfAborted();
}
