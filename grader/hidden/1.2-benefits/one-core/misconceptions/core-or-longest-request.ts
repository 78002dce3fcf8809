export const misconception = {
  belief: {
    en: 'Either the core is the bottleneck, or the longest request is: the larger of the two is the answer.',
    zh: '瓶颈要么是核心，要么是最长的请求：两者中较大的就是答案。',
  },
  refutation: {
    en: 'Both are only lower bounds. The core can stand idle while all wait, and a request can stand in line while another is computed; the answer follows from the order of events.',
    zh: '两者都只是下限。大家都在等待时，核心会闲着；核心为别人计算时，请求会排队。答案取决于事情发生的先后。',
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
  const totals = requests.map(({ parseMs, queryMs, renderMs }) => parseMs + queryMs + renderMs);
  const computing = requests.reduce((sum, { parseMs, renderMs }) => sum + parseMs + renderMs, 0);
  return Math.max(Math.ceil(computing / workers), ...totals);
}
