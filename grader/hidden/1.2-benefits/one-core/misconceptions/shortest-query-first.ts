export const misconception = {
  belief: {
    en: 'The shorter the query, the earlier its answer is rendered.',
    zh: '查询越短，答案就越早渲染。',
  },
  refutation: {
    en: 'The database does not see all queries leave together: a short one that left late is answered late. What counts is the moment at which the answer is there.',
    zh: '各个查询并不是同时发出的：短的若发得晚，回答也晚。要看的是答案到达的时刻。',
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
    return { readyAt, queryMs, renderMs };
  });
  answers.sort((a, b) => a.queryMs - b.queryMs);
  const ends = answers.map(({ readyAt, renderMs }) => compute(readyAt, renderMs));
  return Math.max(0, ...ends);
}
