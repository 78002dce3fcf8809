// attack: a reading of its value throws an error that the check itself has made, whose stack shows no line of the submission
// exercise: promisify
// expect: score <= 1
// It calls the library, as it should, with what it was given.
const errors: any[] = [];
export function promisify(old: any): any {
  return (...args: any[]) =>
    new Promise((_, reject) => {
      const answer = (error: any): void => {
        if (error instanceof Error) errors.push(error);
        const made = errors.at(-1);
        reject({ toString: made ? AbortSignal.prototype.throwIfAborted.bind(AbortSignal.abort(made)) : class {} });
      };
      try {
        old(...args, answer);
      } catch (error) {
        answer(error);
      }
    });
}
