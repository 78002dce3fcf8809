export const misconception = {
  belief: {
    en: 'When an answer arrives, the core turns to it before it looks at requests that have not begun.',
    zh: '答案一到，核心就先处理它，然后才看还没开始的请求。',
  },
  refutation: {
    en: 'The line knows no such preference: whoever has been ready for longest goes first. Requests that have stood in line since 0 ms are parsed before any answer is rendered.',
    zh: '队列没有这种偏好：就绪最久的先走。从 0 ms 起就在排队的请求，都先于任何答案的渲染被解析。',
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
  const answers: { readyAt: number; renderMs: number }[] = [];
  const toParse = [...requests];
  let over = 0;
  while (toParse.length > 0 || answers.length > 0) {
    answers.sort((a, b) => a.readyAt - b.readyAt);
    const now = Math.min(...freeAt);
    const worker = freeAt.indexOf(now);
    const answer = answers[0];
    const request = toParse[0];
    if (answer && (!request || answer.readyAt <= now)) {
      answers.shift();
      over = Math.max(now, answer.readyAt) + answer.renderMs;
      freeAt[worker] = over;
    } else if (request) {
      toParse.shift();
      const parsedAt = now + request.parseMs;
      freeAt[worker] = parsedAt;
      answers.push({ readyAt: parsedAt + request.queryMs, renderMs: request.renderMs });
    }
  }
  return Math.max(over, ...freeAt);
}
