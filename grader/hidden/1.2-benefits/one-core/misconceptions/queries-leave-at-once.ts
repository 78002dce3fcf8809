export const misconception = {
  belief: {
    en: 'All requests are there at 0 ms, so all queries are sent at 0 ms.',
    zh: '所有请求在 0 ms 就到了，所以所有查询都在 0 ms 发出。',
  },
  refutation: {
    en: 'A query is sent by code, and code needs the core. The query of the last request leaves when everything before it has been parsed.',
    zh: '查询由代码发出，而代码需要核心。最后一个请求的查询，要等它前面的都解析完才能发出。',
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
    const parsedAt = compute(0, parseMs);
    return { readyAt: Math.max(parsedAt, queryMs), renderMs };
  });
  answers.sort((a, b) => a.readyAt - b.readyAt);
  return Math.max(0, ...answers.map(({ readyAt, renderMs }) => compute(readyAt, renderMs)));
}
