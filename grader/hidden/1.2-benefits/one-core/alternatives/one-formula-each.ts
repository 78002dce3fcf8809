interface PageRequest {
  parseMs: number;
  queryMs: number;
  renderMs: number;
}

export function predictMakespan(requests: readonly PageRequest[]): number {
  const parsed = requests.map((_, i) =>
    requests.slice(0, i + 1).reduce((sum, { parseMs }) => sum + parseMs, 0),
  );
  return requests
    .map(({ queryMs, renderMs }, i) => ({ at: (parsed[i] ?? 0) + queryMs, renderMs }))
    .toSorted((a, b) => a.at - b.at)
    .reduce((now, { at, renderMs }) => Math.max(now, at) + renderMs, parsed.at(-1) ?? 0);
}

// The cores are a sorted list without state: each piece of computing makes a new one.
type Cores = readonly number[];

const take = (cores: Cores, readyAt: number, ms: number): [end: number, cores: Cores] => {
  const [soonest = 0, ...others] = cores;
  const end = Math.max(readyAt, soonest) + ms;
  return [end, [...others, end].toSorted((a, b) => a - b)];
};

function serve(pieces: readonly { at: number; ms: number }[], cores: Cores): [number[], Cores] {
  const [first, ...rest] = pieces;
  if (!first) return [[], cores];
  const [end, after] = take(cores, first.at, first.ms);
  const [ends, last] = serve(rest, after);
  return [[end, ...ends], last];
}

export function predictMakespanOn(requests: readonly PageRequest[], workers: number): number {
  const parsing = requests.map(({ parseMs }) => ({ at: 0, ms: parseMs }));
  const [parsed, cores] = serve(parsing, Array<number>(workers).fill(0));
  const rendering = requests
    .map(({ queryMs, renderMs }, i) => ({ at: (parsed[i] ?? 0) + queryMs, ms: renderMs }))
    .toSorted((a, b) => a.at - b.at);
  return Math.max(0, ...serve(rendering, cores)[0]);
}
