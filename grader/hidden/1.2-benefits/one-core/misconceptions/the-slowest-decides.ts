export const misconception = {
  belief: {
    en: 'The requests are asynchronous, so they run at the same time, and the whole takes as long as the slowest.',
    zh: '这些请求是异步的，所以它们同时运行，总耗时等于最慢的那个。',
  },
  refutation: {
    en: 'Only the waiting overlaps. One core computes one thing at a time, and what is computed for all requests adds up: asynchronous is not parallel.',
    zh: '能重叠的只有等待。一个核心一次只计算一件事，所有请求的计算要相加：异步不是并行。',
  },
  read: '1.2-benefits',
};

interface PageRequest {
  parseMs: number;
  queryMs: number;
  renderMs: number;
}

const totalMs = ({ parseMs, queryMs, renderMs }: PageRequest): number =>
  parseMs + queryMs + renderMs;

export function predictMakespan(requests: readonly PageRequest[]): number {
  return Math.max(0, ...requests.map(totalMs));
}

export function predictMakespanOn(requests: readonly PageRequest[], _workers: number): number {
  return predictMakespan(requests);
}
