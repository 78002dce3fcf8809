import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Exercise } from './catalogue.ts';

/** A file that the course itself submits, to prove its checks. */
export interface Candidate {
  kind: 'stub' | 'solution' | 'alternative' | 'misconception';
  /** `solution`, `alternative/recursion`, `misconception/await-in-loop`. */
  name: string;
  file: string;
}

function inFolder(exercise: Exercise, kind: Candidate['kind']): Candidate[] {
  const dir = path.join(exercise.hiddenDir, `${kind}s`);
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => ({
      kind,
      name: `${kind}/${path.basename(name, '.ts')}`,
      file: path.join(dir, name),
    }));
}

/** The stub, the solution, the alternatives and the misconceptions of an exercise. */
export function candidatesOf(exercise: Exercise): Candidate[] {
  return [
    { kind: 'stub', name: 'stub', file: exercise.stubFile },
    {
      kind: 'solution',
      name: 'solution',
      file: path.join(exercise.solutionDir, `${exercise.id}.ts`),
    },
    ...inFolder(exercise, 'alternative'),
    ...inFolder(exercise, 'misconception'),
  ];
}
