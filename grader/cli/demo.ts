import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Exercise } from '../course/catalogue.ts';
import { ownDir, submissionFile } from '../course/submission.ts';
import { command } from './command.ts';
import { onlyExercise, openCourse, shown } from './course.ts';
import { messages } from './messages/messages.ts';
import { readArguments } from './read-arguments.ts';
import { type RunTool, runTool } from './run-tool.ts';
import { say, sayCommands } from './say.ts';
import { typed } from './usage.ts';

const GUARD = pathToFileURL(path.join(import.meta.dirname, 'demo-guard.ts')).href;

function demoFile(exercise: Exercise): string {
  return path.join(exercise.exerciseDir, 'demo.ts');
}

// An exercise that is to be repaired runs before anybody touched it, and its demo shows what is
// wrong.
function hasNothingToShow(file: string, exercise: Exercise): boolean {
  if (!existsSync(file)) return true;
  const isStub = readFileSync(file, 'utf8') === readFileSync(exercise.stubFile, 'utf8');
  return isStub && readFileSync(file, 'utf8').includes('todo(');
}

/** Runs the exercise's demo on the learner's code: real timers, real sockets. */
export const demo = command(async (args, world, run: RunTool = runTool) => {
  const { io, words } = readArguments('demo', args, world);
  const catalogue = openCourse(io);
  const exercise = onlyExercise(io, catalogue, 'demo', words);
  const text = messages(io.language).demo;

  if (!existsSync(demoFile(exercise))) {
    const others = catalogue.exercises.filter((other) => existsSync(demoFile(other)));
    say(io, text.none(exercise.id));
    say(io, others.length > 0 ? text.have : text.nobody);
    if (others.length > 0)
      sayCommands(
        io,
        others.map(({ id }) => [typed('demo', id), '']),
      );
    return 2;
  }
  const file = submissionFile(ownDir(catalogue), exercise);
  if (hasNothingToShow(file, exercise)) {
    say(io, text.notStarted(shown(io, file)));
    return 1;
  }
  const env = { ...io.env, COURSE_LANG: io.language, COURSE_DEMO_OF: shown(io, file) };
  const options = ['--import', GUARD, demoFile(exercise)];
  return (await run({ ...io, env }, 'tsx/dist/cli.mjs', options)) === 0 ? 0 : 1;
});
