import { SourceMap } from 'node:module';
import type { Outcome } from '../../verdict.ts';
import type { GuestExercise } from '../protocol.ts';
import type { ChildRun } from './child.ts';
import { HEAP_MB } from './sandbox.ts';
import { sourceLine } from './source-line.ts';

/** The learner's line for a place in the compiled code. */
function learnersLine(
  { map, source }: GuestExercise,
  { line, column }: { line: number; column: number },
): { line: number; source: string } | undefined {
  // The compiled code has a header of one line; the map counts from zero.
  const entry = new SourceMap(JSON.parse(map)).findEntry(line - 2, column - 1);
  if (!('originalLine' in entry)) return undefined;
  const number = entry.originalLine + 1;
  return { line: number, source: sourceLine(source, number) };
}

/** Says in one sentence why a line never gives control back. */
function whyBlocked(source: string): string {
  const isLoop = /\b(for|while|do)\b/.test(source);
  if (/\bawait\b/.test(source)) {
    return 'each await there resumes at once, as a microtask, and microtasks run before any timer or I/O';
  }
  if (!isLoop && /\.then\b|\bqueueMicrotask\b|\bnextTick\b/.test(source)) {
    return 'each callback there queues the next as a microtask, and microtasks run before any timer or I/O';
  }
  if (isLoop) {
    return 'the loop runs on the only thread there is and never awaits anything that takes time';
  }
  if (/\.(test|match|replace|exec|search|split)\s*\(|\/[gimsuyv]*\s*[.,)]/.test(source)) {
    return 'the regular expression tries an exponential number of ways to match';
  }
  return 'it runs on the only thread there is and does not give control back';
}

/** The outcome of a check during which the event loop was blocked. */
export function blockedOutcome(exercise: GuestExercise, stuck: ChildRun['stuck']): Outcome {
  const { file } = exercise;
  const place = stuck && learnersLine(exercise, stuck);
  if (!place) {
    return {
      kind: 'blocked',
      file,
      message: `Your code in ${file} blocked the event loop and never gave control back.`,
    };
  }
  const where = `${file}:${place.line}`;
  return {
    kind: 'blocked',
    file,
    ...place,
    message: `Your code never gives control back at ${where}, \`${place.source}\`: ${whyBlocked(place.source)}.`,
  };
}

/** The outcome of a check that used too much memory; the place is where it was when somebody looked. */
export function memoryOutcome(exercise: GuestExercise, stuck: ChildRun['stuck']): Outcome {
  const place = stuck && learnersLine(exercise, stuck);
  const seen = place ? ` It was busy at ${exercise.file}:${place.line}, \`${place.source}\`.` : '';
  return {
    kind: 'memory',
    file: exercise.file,
    ...place,
    message:
      `Your code used more memory than it may (${HEAP_MB} MiB of objects, 384 MiB in all).${seen} ` +
      'Look for a list, or a chain of promises, that grows for ever.',
  };
}

/** The outcome of everything that could not be judged because of the grader itself. */
export function internalOutcome(detail: string): Outcome {
  const [line = ''] = detail.split('\n').filter((text) => text.trim() !== '');
  return {
    kind: 'internal',
    message:
      'Internal error: the judge did not work. This is not your fault and costs no points; please report it. ' +
      `(${line.trim().slice(0, 300)})`,
  };
}

/** The outcome of a check in which the guest was stopped or died for another reason. */
export function brokenOutcome(run: ChildRun): Outcome {
  if (run.end === 'output') {
    return {
      kind: 'output',
      message: 'Your code wrote far more than it may. Look for printing inside a loop.',
    };
  }
  if (run.end === 'time') {
    return {
      kind: 'time',
      message:
        'Your code kept the processor busy for seconds in one check; an answer needs milliseconds. ' +
        'Look for a loop or a timer that does the same work again and again.',
    };
  }
  if (run.end === 'died') {
    return {
      kind: 'crashed',
      message: 'Your code made its own process end, each time at the same place.',
    };
  }
  const lines = run.stderr.split('\n').filter((line) => line.trim() !== '' && line.length < 300);
  const detail = lines.find((line) => /error/i.test(line)) ?? lines.at(-1);
  return internalOutcome(detail ?? `its process ended: ${run.end}`);
}
