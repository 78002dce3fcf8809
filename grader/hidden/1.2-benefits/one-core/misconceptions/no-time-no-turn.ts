export const misconception = {
  belief: {
    en: 'What takes 0 ms needs no core, so it is done as soon as it is ready.',
    zh: '耗时 0 ms 的不需要核心，一就绪就算完成。',
  },
  refutation: {
    en: 'It is code too, and code runs when its turn comes. A request that is parsed in no time still stands in line behind those that are not, and its query leaves only then.',
    zh: '它也是代码，而代码要轮到才能运行。解析不花时间的请求，照样排在要花时间的后面，轮到它时查询才发出。',
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
    if (ms === 0) return readyAt;
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
  return Math.max(0, ...ends);
}
