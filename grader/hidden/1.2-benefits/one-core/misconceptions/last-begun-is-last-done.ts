export const misconception = {
  belief: {
    en: 'The page that is rendered last is done last.',
    zh: '最后渲染的页面最后完成。',
  },
  refutation: {
    en: 'That holds on one core. On two a long rendering that began earlier can outlast the last one: the makespan is the latest of all ends.',
    zh: '一个核心上确实如此。两个核心上，更早开始的一次长渲染可能比最后那次结束得更晚：总耗时是所有结束时刻中最晚的那个。',
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
  answers.sort((a, b) => a.readyAt - b.readyAt);
  const ends = answers.map(({ readyAt, renderMs }) => compute(readyAt, renderMs));
  return ends.at(-1) ?? 0;
}
