interface PageRequest {
  parseMs: number;
  queryMs: number;
  renderMs: number;
}

type Step = readonly [kind: 'compute' | 'wait', ms: number];

function* handle({ parseMs, queryMs, renderMs }: PageRequest): Generator<Step, void, void> {
  yield ['compute', parseMs];
  yield ['wait', queryMs];
  yield ['compute', renderMs];
}

interface Visit {
  readonly steps: Generator<Step, void, void>;
  state: 'in line' | 'computing' | 'waiting' | 'done';
  left: number;
  readyAt: number;
  begun: number;
}

function goOn(visit: Visit, now: number): void {
  const next = visit.steps.next();
  if (next.done) {
    visit.state = 'done';
    return;
  }
  const [kind, ms] = next.value;
  visit.state = kind === 'wait' ? 'waiting' : 'in line';
  visit.left = ms;
  visit.readyAt = now;
  visit.begun += 1;
}

// A clock that ticks every millisecond, and a generator for every request.
export function predictMakespanOn(requests: readonly PageRequest[], workers: number): number {
  const visits = requests.map(
    (request): Visit => ({ steps: handle(request), state: 'done', left: 0, readyAt: 0, begun: 0 }),
  );
  for (const visit of visits) goOn(visit, 0);
  const inState = (state: Visit['state']) => visits.filter((visit) => visit.state === state);
  const elapsed = () =>
    visits.filter(
      ({ state, left }) => left === 0 && (state === 'computing' || state === 'waiting'),
    );

  for (let now = 0; ; now++) {
    for (;;) {
      const finished = elapsed();
      for (const visit of finished) goOn(visit, now);
      if (finished.length > 0) continue;
      const free = workers - inState('computing').length;
      const line = inState('in line').sort((a, b) => a.readyAt - b.readyAt || a.begun - b.begun);
      if (free === 0 || line.length === 0) break;
      for (const visit of line.slice(0, free)) visit.state = 'computing';
    }
    const running = [...inState('computing'), ...inState('waiting')];
    if (running.length === 0) return now;
    for (const visit of running) visit.left -= 1;
  }
}

export function predictMakespan(requests: readonly PageRequest[]): number {
  return predictMakespanOn(requests, 1);
}
