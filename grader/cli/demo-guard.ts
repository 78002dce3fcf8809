import { todoFlag } from '#course';
import { languageOf } from './language.ts';
import { messages } from './messages/messages.ts';

/** Loaded before a demo: a learner who has not finished reads a sentence instead of a stack. */
export function guardDemo(): void {
  const { notStarted } = messages(languageOf(process.env)).demo;
  let isSaid = false;
  const sayNotStarted = () => {
    if (!isSaid) console.error(notStarted(process.env.COURSE_DEMO_OF ?? ''));
    isSaid = true;
  };
  process.on('uncaughtException', (error: unknown) => {
    if ((error as Partial<Error> | null)?.name === 'NotStarted') sayNotStarted();
    else console.error(error);
    process.exit(1);
  });
  // The demo itself may have caught the error and gone on.
  process.on('exit', () => {
    if (!todoFlag.take()) return;
    sayNotStarted();
    process.exitCode = 1;
  });
}

guardDemo();
