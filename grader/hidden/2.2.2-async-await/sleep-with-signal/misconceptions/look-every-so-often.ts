export const misconception = {
  belief: {
    en: 'To notice an abort I look at `signal.aborted` again and again in short steps.',
    zh: '要发现中止，就每隔一小段时间反复查看 `signal.aborted`。',
  },
  refutation: {
    en: 'The abort is noticed at the next look, not when it happens, and until then the process wakes up for nothing. The signal tells you: listen to its `abort` event.',
    zh: '中止要到下一次查看时才被发现，而不是在发生的那一刻；在此之前进程一次次白白醒来。信号会主动通知你：监听它的 `abort` 事件。',
  },
  read: '2.2.2-async-await',
};

const STEP_MS = 16;

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  for (let left = ms; left > 0; left -= STEP_MS) {
    signal?.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, STEP_MS)));
  }
  signal?.throwIfAborted();
}
