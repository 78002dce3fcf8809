import type { Schedule } from './explore/token.ts';

/** How the lab's matchers want the timeline annotated when they fail. */
export interface TimelineNotes {
  peak?: string;
  elapsed?: string;
}

/** A check that did not hold: a sentence for the learner, and how it failed. */
export class CheckFailure extends Error {
  override name = 'CheckFailure';
  /** What failed, the same for every run of the same mistake: `toPeakAt`, `deadlock`, or the shape of the sentence. */
  readonly kind: string;
  readonly notes: TimelineNotes;
  /** The schedule that shows the failure, when one was searched for. */
  schedule: Schedule | undefined;

  constructor(sentence: string, kind: string, notes: TimelineNotes = {}) {
    super(sentence);
    this.kind = kind;
    this.notes = notes;
  }
}

/** The shape of a sentence: numbers and quoted texts, which differ from run to run, are taken out. */
export function shapeOf(sentence: string): string {
  const [firstLine = ''] = sentence.split('\n');
  return firstLine
    .replace(/"[^"]*"|`[^`]*`/g, '"…"')
    .replace(/\[[^\]]*\]/g, '[…]')
    .replace(/\d+(\.\d+)?/g, '#');
}

/**
 * Fails the check with a sentence unless `holds`. Write the sentence for the learner: what happened, with numbers, why,
 * and what to do.
 */
export function claim(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new CheckFailure(sentence, shapeOf(sentence));
}
