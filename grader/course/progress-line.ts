import type { Catalogue, Language } from './catalogue.ts';
import { nextExercise } from './next.ts';
import { isPassed, type Progress } from './progress.ts';

/** Says in one line how far the learner is: `2 of 6 done · next: overlap`. */
export function progressLine(
  catalogue: Catalogue,
  progress: Progress,
  language: Language = 'en',
): string {
  const all = catalogue.exercises.length;
  const done = catalogue.exercises.filter(({ id }) => isPassed(progress, id)).length;
  const next = nextExercise(catalogue, progress)?.id;
  if (language === 'zh') {
    return `已完成 ${done} / ${all}${next === undefined ? '' : ` · 下一题：${next}`}`;
  }
  return `${done} of ${all} done${next === undefined ? '' : ` · next: ${next}`}`;
}
