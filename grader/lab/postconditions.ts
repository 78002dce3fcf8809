import { CheckFailure } from './failure.ts';
import type { Lab } from './lab.ts';

/** What must hold after every run: no rejection went unhandled, and no callback threw into the event loop. */
export function assertNothingEscaped(lab: Lab): void {
  const [unhandled] = lab.unhandled;
  if (unhandled) {
    const { error, at } = unhandled;
    throw new CheckFailure(
      `A promise rejected at ${at} ms with "${error.name}: ${error.message}" and nobody was listening: Node ends the ` +
        'process for that. Attach a handler (await, catch, Promise.all) before control goes back to the event loop.',
      'unhandled',
    );
  }
  const [uncaught] = lab.uncaught;
  if (uncaught) {
    const { error, at } = uncaught;
    throw new CheckFailure(
      `A callback threw "${error.name}: ${error.message}" at ${at} ms with nothing around it to catch it: Node ends ` +
        'the process for that. Catch it inside the callback and reject a promise instead.',
      'uncaught',
    );
  }
}
