import { isPassed, progressOf, recordHints } from '../course/progress.ts';
import { command } from './command.ts';
import { onlyExercise, openCourse, readProgress, remember, titleOf } from './course.ts';
import { paint } from './io.ts';
import { messages } from './messages/messages.ts';
import { readArguments } from './read-arguments.ts';
import { say } from './say.ts';
import { typed } from './usage.ts';

/** Shows the next hint that the learner has not seen, or with `--all` every hint. */
export const hint = command((args, world) => {
  const { io, words, flags } = readArguments('hint', args, world, { flags: ['all'] });
  const catalogue = openCourse(io);
  const exercise = onlyExercise(io, catalogue, 'hint', words);
  const { hints, id } = exercise;
  const text = messages(io.language).hint;

  const progress = readProgress(io, catalogue);
  const number = flags.has('all')
    ? hints.length
    : Math.min(progressOf(progress, id).hintsSeen + 1, hints.length);
  remember(io, catalogue, (current) => recordHints(current, id, number));

  say(io, paint(io, 'bold', `${id} — ${titleOf(exercise, io.language)}`));
  for (const [index, told] of hints.slice(0, number).entries()) {
    if (index + 1 < number && !flags.has('all')) continue;
    say(io);
    say(io, text.title(index + 1, hints.length));
    say(io, told[io.language], '  ');
  }
  say(io);
  if (isPassed(progress, id)) say(io, `${text.passed}\n    ${typed('solution', id)}`);
  else if (number < hints.length) say(io, `${text.more}\n    ${typed('hint', id)}`);
  else say(io, `${text.last}\n    ${typed('solution', id)} -- --give-up`);
  return 0;
});
