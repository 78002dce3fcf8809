export const misconception = {
  belief: {
    en: 'On one core nothing happens at the same time, so all times add up; a worker is busy until its request is done.',
    zh: '一个核心上没有什么能同时发生，所有时间都相加；worker 要忙到自己的请求完成为止。',
  },
  refutation: {
    en: 'Waiting needs no core. While the database works on one query, the core computes for other requests, and any number of queries can be under way.',
    zh: '等待不需要核心。数据库处理一个查询时，核心在为别的请求计算；同时进行的查询可以有任意多个。',
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
  for (const { parseMs, queryMs, renderMs } of requests) {
    const soonest = Math.min(...freeAt);
    freeAt[freeAt.indexOf(soonest)] = soonest + parseMs + queryMs + renderMs;
  }
  return Math.max(...freeAt);
}
