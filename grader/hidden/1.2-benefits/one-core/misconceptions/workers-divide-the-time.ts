export const misconception = {
  belief: {
    en: 'Four workers need a quarter of the time of one.',
    zh: '四个 worker 只需要一个的四分之一时间。',
  },
  refutation: {
    en: 'Cores share computing, and only what can be computed side by side. Waiting stays as long as it was, and so does the chain of pieces within one request.',
    zh: '核心能分担的是计算，而且只是能够并排进行的计算。等待还是那么久，一个请求内部前后相接的几段也一样。',
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
  return Math.ceil(predictMakespan(requests) / workers);
}
