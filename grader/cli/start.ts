import path from 'node:path';
import type { Catalogue, Exercise, Section } from '../course/catalogue.ts';
import { nextExercise } from '../course/next.ts';
import { isPassed, type Progress, progressOf } from '../course/progress.ts';
import { ownDir, submissionFile } from '../course/submission.ts';
import { padTo } from '../report/width.ts';
import { command } from './command.ts';
import { headingOf, openCourse, readProgress, shown, titleOf } from './course.ts';
import { type Io, paint } from './io.ts';
import { messages } from './messages/messages.ts';
import { readArguments } from './read-arguments.ts';
import { readmeIn } from './readme.ts';
import { say, sayCommands } from './say.ts';
import { typed } from './usage.ts';

function markOf(io: Io, progress: Progress, slug: string): string {
  const { status, attempts } = progressOf(progress, slug);
  if (status === 'passed') return paint(io, 'green', '✓');
  return attempts > 0 ? paint(io, 'red', '✗') : '·';
}

function saySection(io: Io, catalogue: Catalogue, progress: Progress, section: Section): void {
  const chapter = readmeIn(io, path.join(catalogue.root, 'chapters', section.id));
  if (section.exercises.length === 0 && chapter === undefined) return;
  const number = section.id.split('-')[0] ?? '';
  const title = io.language === 'zh' ? section.titleZh : section.title;
  say(io, paint(io, 'bold', `${number.padEnd(7)}${title}`));
  if (section.exercises.length === 0 && chapter !== undefined) {
    say(io, `  ${messages(io.language).start.read} ${shown(io, chapter)}`);
  }
  const column = Math.max(...catalogue.exercises.map(({ id }) => id.length)) + 2;
  for (const exercise of catalogue.exercises.filter((one) => section.exercises.includes(one.id))) {
    const minutes = messages(io.language).minutes(exercise.minutes).padStart(6);
    const slug = exercise.id.padEnd(column);
    const name = titleOf(exercise, io.language);
    say(io, `  ${markOf(io, progress, exercise.id)} ${slug}${minutes}  ${name}`);
  }
}

function sayNext(io: Io, catalogue: Catalogue, exercise: Exercise): void {
  const { start, next } = messages(io.language);
  const chapter = readmeIn(io, path.join(catalogue.root, 'chapters', exercise.section));
  const readme = readmeIn(io, exercise.exerciseDir);
  say(io, paint(io, 'bold', next(headingOf(exercise, io.language))));
  for (const file of [chapter, readme]) {
    if (file !== undefined) say(io, `  ${padTo(start.read, 7)}${shown(io, file)}`);
  }
  say(io, `  ${padTo(start.write, 7)}${shown(io, submissionFile(ownDir(catalogue), exercise))}`);
  say(io);
  sayCommands(io, [
    [typed('test', exercise.id), start.test],
    [typed('grade', exercise.id), start.grade],
    [typed('hint', exercise.id), start.hint],
    [typed('watch', exercise.id), start.watch],
  ]);
}

function sayDone(io: Io, catalogue: Catalogue): void {
  const { start } = messages(io.language);
  say(io, start.allDone(catalogue.exercises.length));
  sayCommands(io, [
    [typed('solution', '<slug>'), start.compare],
    [typed('reset', '<slug>'), start.again],
  ]);
}

/** Shows where the learner stands, what is next and how to go on. */
export const start = command((args, world) => {
  const { io } = readArguments('start', args, world);
  const catalogue = openCourse(io);
  const progress = readProgress(io, catalogue);
  const text = messages(io.language).start;
  const all = catalogue.exercises.length;
  const done = catalogue.exercises.filter(({ id }) => isPassed(progress, id)).length;
  say(io, `${paint(io, 'bold', catalogue.course)} · ${text.done(done, all)}`);
  say(io);
  for (const section of catalogue.sections) saySection(io, catalogue, progress, section);
  say(io);
  const next = nextExercise(catalogue, progress);
  if (next === undefined) sayDone(io, catalogue);
  else sayNext(io, catalogue, next);
  if (next !== undefined && done === 0) {
    say(io);
    say(io, text.welcome);
  }
  return 0;
});
