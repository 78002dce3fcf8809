export const misconception = {
  belief: {
    en: 'The answers are rendered in the order of the requests.',
    zh: '答案按请求的顺序渲染。',
  },
  refutation: {
    en: 'A function goes on after its `await` when its own answer is there. Nobody waits for the answer of an earlier request; the core takes what is ready.',
    zh: '函数在自己的答案到达时从 `await` 之后继续。谁也不等前面请求的答案；核心取已经就绪的那个。',
  },
  read: '1.2-benefits',
};

interface PageRequest {
  parseMs: number;
  queryMs: number;
  renderMs: number;
}

export function predictMakespan(requests: readonly PageRequest[]): number {
  return predictMakespanOn(requests, 1);
}

export function predictMakespanOn(requests: readonly PageRequest[], workers: number): number {
  const freeAt: number[] = new Array(workers).fill(0);
  const compute = (readyAt: number, ms: number): number => {
    const soonest = Math.min(...freeAt);
    const doneAt = Math.max(readyAt, soonest) + ms;
    freeAt[freeAt.indexOf(soonest)] = doneAt;
    return doneAt;
  };
  const answers = requests.map(({ parseMs, queryMs, renderMs }) => {
    const readyAt = compute(0, parseMs) + queryMs;
    return { readyAt, renderMs };
  });
  return Math.max(0, ...answers.map(({ readyAt, renderMs }) => compute(readyAt, renderMs)));
}
