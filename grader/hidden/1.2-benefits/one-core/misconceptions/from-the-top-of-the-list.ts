export const misconception = {
  belief: {
    en: 'A core that is free goes through the requests from the top and renders the first one whose answer is there.',
    zh: '空闲的核心从头查看请求，渲染第一个答案已到的。',
  },
  refutation: {
    en: 'That is no line but a preference for those at the top. Whoever has been ready for longest goes first; the order of the list decides only between those that became ready at the same moment.',
    zh: '那不是排队，而是偏袒排在前面的请求。就绪最久的先走；只有同一时刻就绪的，才由列表的顺序决定。',
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
  const ends: number[] = [];
  while (answers.length > 0) {
    const firstAnswer = Math.min(...answers.map(({ readyAt }) => readyAt));
    const now = Math.max(firstAnswer, Math.min(...freeAt));
    const first = answers.findIndex(({ readyAt }) => readyAt <= now);
    for (const { readyAt, renderMs } of answers.splice(first, 1)) {
      ends.push(compute(readyAt, renderMs));
    }
  }
  return Math.max(0, ...ends);
}
