import type { Lab } from '../lab/lab.ts';
import { drawTimeline } from '../lab/timeline/text.ts';
import { createProcessWorld } from './process-world.ts';

/**
 * Runs a program in virtual time and prints what happened as a timeline; an hour of waiting costs a millisecond. For
 * the chapters and for experiments of your own: save it as a `.ts` file anywhere in the course and run it with node.
 */
export async function show(title: string, program: (lab: Lab) => unknown): Promise<void> {
  const { world, inside } = createProcessWorld(() => false);
  const lab = world.newLab(1);
  const settled = await inside(() => lab.run(() => program(lab), { mayHang: true }));
  if (settled.status === 'pending') lab.trace.mark(lab.now, 'still pending: nothing can wake it');
  console.log(drawTimeline(lab.trace, { title }));
}

export type { Lab };
