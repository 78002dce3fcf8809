import { type Check, type CheckContext, checkId } from './check.ts';

type Body<S> = (context: CheckContext<S>) => Promise<unknown> | unknown;

/** Declares one check: a title that is a sentence true of right answers, how many points it is worth, what it does. */
export interface DefineCheck<S> {
  (title: string, body: Body<S>): void;
  (title: string, options: { weight: number }, body: Body<S>): void;
}

/** Makes the `test` function of one exercise's checks out of what is to happen to each of them. */
export function defineChecks<S>(accept: (check: Check) => void): DefineCheck<S> {
  return (title: string, optionsOrBody: { weight: number } | Body<S>, body?: Body<S>): void => {
    const { weight } = typeof optionsOrBody === 'function' ? { weight: 1 } : optionsOrBody;
    const run = typeof optionsOrBody === 'function' ? optionsOrBody : body;
    if (!run) throw new TypeError(`Cannot declare the check "${title}": it has no body`);
    accept({ id: checkId(title), title, weight, body: run as Body<unknown> });
  };
}
