import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue, Exercise } from '../course/catalogue.ts';
import { isPassed, progressOf, recordGivingUp } from '../course/progress.ts';
import { command, UsageError } from './command.ts';
import { onlyExercise, openCourse, readProgress, remember, shown } from './course.ts';
import { type Io, paint } from './io.ts';
import { messages } from './messages/messages.ts';
import { readArguments } from './read-arguments.ts';
import { readmeIn } from './readme.ts';
import { say } from './say.ts';
import { typed } from './usage.ts';

function isOpen(io: Io, catalogue: Catalogue, slug: string, givesUp: boolean): boolean {
  const progress = readProgress(io, catalogue);
  if (isPassed(progress, slug) || progressOf(progress, slug).gaveUp === true) return true;
  if (givesUp) remember(io, catalogue, (current) => recordGivingUp(current, slug));
  return givesUp;
}

function sayFile(io: Io, file: string): void {
  say(io, paint(io, 'bold', shown(io, file)));
  say(io);
  // As it is: code is copied, and Markdown has line ends of its own.
  io.out(`${readFileSync(file, 'utf8').trimEnd()}\n`);
  say(io);
}

function sayLocked(io: Io, slug: string): void {
  const text = messages(io.language).solution;
  say(io, `${text.locked(slug)}\n    ${typed('hint', slug)}`);
  say(io, `${text.giveUp}\n    ${typed('solution', slug)} -- --give-up`);
}

function saySolution(io: Io, exercise: Exercise): void {
  const text = messages(io.language).solution;
  const file = path.join(exercise.solutionDir, `${exercise.id}.ts`);
  if (!existsSync(file)) throw new UsageError(text.missing(shown(io, file)));
  sayFile(io, file);
  const commentary = readmeIn(io, exercise.solutionDir);
  if (commentary !== undefined) sayFile(io, commentary);
  say(io, text.differ);
}

/** Shows the published solution and its commentary, once the learner has passed or gives up. */
export const solution = command((args, world) => {
  const { io, words, flags } = readArguments('solution', args, world, { flags: ['give-up'] });
  const catalogue = openCourse(io);
  const exercise = onlyExercise(io, catalogue, 'solution', words);
  if (!isOpen(io, catalogue, exercise.id, flags.has('give-up'))) {
    sayLocked(io, exercise.id);
    return 1;
  }
  saySolution(io, exercise);
  return 0;
});
