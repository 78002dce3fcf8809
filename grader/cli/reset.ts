import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue, Exercise } from '../course/catalogue.ts';
import { isStarted, ownDir, submissionFile } from '../course/submission.ts';
import { command } from './command.ts';
import { onlyExercise, openCourse, shown } from './course.ts';
import { messages } from './messages/messages.ts';
import { readArguments } from './read-arguments.ts';
import { say } from './say.ts';
import { typed } from './usage.ts';

/** `20260131-235959` in the learner's own time zone. */
function stamp(now: Date): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  const date = [now.getFullYear(), pad(now.getMonth() + 1), pad(now.getDate())].join('');
  return `${date}-${[now.getHours(), now.getMinutes(), now.getSeconds()].map(pad).join('')}`;
}

function keepAttempt(catalogue: Catalogue, exercise: Exercise, file: string, now: Date): string {
  const dir = path.join(catalogue.root, 'attempts', exercise.id);
  mkdirSync(dir, { recursive: true });
  for (let number = 1; ; number++) {
    const kept = path.join(dir, `${stamp(now)}${number === 1 ? '' : `-${number}`}.ts`);
    if (existsSync(kept)) continue;
    // Even when somebody else takes the name right now, nothing is overwritten: the copy fails.
    copyFileSync(file, kept, constants.COPYFILE_EXCL);
    return kept;
  }
}

/** Puts the stub back; an attempt is kept first, whatever happens. */
export const reset = command((args, world, now: () => Date = () => new Date()) => {
  const { io, words } = readArguments('reset', args, world);
  const catalogue = openCourse(io);
  const exercise = onlyExercise(io, catalogue, 'reset', words);
  const text = messages(io.language).reset;
  const file = submissionFile(ownDir(catalogue), exercise);

  if (existsSync(file)) {
    if (!isStarted(ownDir(catalogue), exercise)) {
      say(io, text.same(shown(io, file)));
      return 0;
    }
    say(io, text.kept(shown(io, keepAttempt(catalogue, exercise, file, now()))));
  }
  mkdirSync(exercise.exerciseDir, { recursive: true });
  copyFileSync(exercise.stubFile, file);
  say(io, text.restored(shown(io, file)));
  say(io, `    ${typed('test', exercise.id)}`);
  return 0;
});
