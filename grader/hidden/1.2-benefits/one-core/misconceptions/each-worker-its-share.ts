export const misconception = {
  belief: {
    en: 'The requests are dealt to the workers in turn, and each worker serves its own.',
    zh: '请求轮流分给各个 worker，每个 worker 只服务自己的那些。',
  },
  refutation: {
    en: 'Then a worker that is done stands idle beside the line of another. Here all share one line, and a free core takes the first in it, also for a request that another core has parsed.',
    zh: '那样的话，做完的 worker 会在别人的队伍旁边闲着。这里大家共用一个队列，空闲的核心取队首，哪怕那个请求是别的核心解析的。',
  },
  read: '1.2-benefits',
};

interface PageRequest {
  parseMs: number;
  queryMs: number;
  renderMs: number;
}

export function predictMakespan(requests: readonly PageRequest[]): number {
  let freeAt = 0;
  const answers = requests.map(({ parseMs, queryMs, renderMs }) => {
    freeAt += parseMs;
    return { readyAt: freeAt + queryMs, renderMs };
  });
  answers.sort((a, b) => a.readyAt - b.readyAt);
  for (const { readyAt, renderMs } of answers) freeAt = Math.max(freeAt, readyAt) + renderMs;
  return freeAt;
}

export function predictMakespanOn(requests: readonly PageRequest[], workers: number): number {
  const shares = Array.from({ length: workers }, (_, worker) =>
    requests.filter((_request, i) => i % workers === worker),
  );
  return Math.max(...shares.map(predictMakespan));
}
