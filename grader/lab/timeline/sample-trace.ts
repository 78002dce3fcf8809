import type { Span } from '../trace.ts';
import type { TimelineInput } from './lanes.ts';

type Sample = Omit<Span, 'id'>;

/** Builds an operation for the tests of the timeline; without an end it never finishes. */
export function operation(
  name: string,
  start: number,
  end?: number,
  status: Span['status'] = 'ok',
): Sample {
  const span = { name, kind: 'operation', args: [], start, turn: 0 } as const;
  return end === undefined ? { ...span, status: 'running' } : { ...span, end, status };
}

export function work(start: number, end?: number, status?: Span['status']): Sample {
  return { ...operation('work', start, end, status), kind: 'work' };
}

export function sampleTrace(
  samples: readonly Sample[],
  marks: TimelineInput['marks'] = [],
): TimelineInput {
  return { spans: samples.map((sample, id) => ({ ...sample, id })), marks };
}
