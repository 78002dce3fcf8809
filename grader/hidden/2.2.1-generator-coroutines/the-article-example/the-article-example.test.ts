import { isDeepStrictEqual } from 'node:util';
import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/2.2.1-generator-coroutines/the-article-example/the-article-example.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Expect } from '../../../lab/matchers.ts';
import type { Tracked } from '../../../lab/settled.ts';

const test = checksFor<typeof Solution>('the-article-example');

/** Text for whatever the submission hands over, without calling a method of it. */
function asText(untrusted: unknown): string {
  const isObject = typeof untrusted === 'object' && untrusted !== null;
  return isObject || typeof untrusted === 'function' ? '[object]' : String(untrusted);
}

/** A `print` that notes the lines. */
function notebook() {
  const lines: string[] = [];
  const print = (untrusted: unknown): void => {
    lines.push(asText(untrusted));
  };
  return { lines, print };
}

/** Values to send: numbers and words, and `0` among them. */
function valuesOf(lab: Lab, count: number): (number | string)[] {
  const words = lab.random.shuffle(['tea', 'rain', 'moon', 'salt', 'wolf', 'iron']);
  const values = words
    .slice(0, count)
    .map((word, i) => (i % 2 === 0 ? lab.random.int(100, 999) : word));
  return lab.random.shuffle(count === 0 ? [] : [0, ...values.slice(1)]);
}

/** Three-digit numbers, all different. */
function numbersOf(lab: Lab, count: number): number[] {
  return Array.from({ length: count }, (_, i) => 100 * (i + 1) + lab.random.int(10, 99));
}

/** A coroutine of the check: gives the numbers out and notes what it receives. */
function* talk(
  numbers: readonly number[],
  heard: string[] = [],
): Generator<number, string, unknown> {
  for (const number of numbers) heard.push(asText(yield number));
  return 'good night';
}

/** What a call into the submission returned, as plain data. It was returned in a list, so that promises stay visible. */
function returned(call: string, { status, value, error }: Tracked): unknown {
  claim(status === 'fulfilled', `${call} threw "${error?.name}: ${error?.message}".`);
  const [result] = value as [unknown];
  claim(
    result !== '[promise]',
    `${call} returned a promise. Nothing is waited for here: a plain generator gives its result at once, without async.`,
  );
  return result;
}

/** Claims that these lines were printed; `when` begins the sentence and `why` ends it. */
function claimLines(
  lines: readonly string[],
  expected: readonly string[],
  when: string,
  why: string,
) {
  const both = `\nprinted:   ${lines.join(' | ') || '(nothing)'}\nexpected:  ${expected.join(' | ') || '(nothing)'}`;
  const i = expected.findIndex((line, n) => lines[n] !== line);
  const [mine, right] = [lines[i], expected[i]];
  const wrong = `${when}, your code printed "${mine}" as line ${i + 1}, and "${right}" was expected`;
  claim(i < 0 || mine === undefined, `${wrong}: ${why}.${both}`);
  claim(i < 0, `${when}, the line "${right}" is missing: ${why}.${both}`);
  const extra = lines[expected.length];
  claim(
    extra === undefined,
    `${when}, your code printed "${extra}", one line too many: ${why}.${both}`,
  );
}

interface Tools {
  lab: Lab;
  submission: typeof Solution;
  expect: Expect;
}

/** Makes the learner's coroutine and returns what drives it by hand. */
async function begin({ lab, submission, expect }: Tools, rounds: number) {
  const { lines, print } = notebook();
  let untrusted!: Generator<number, void, unknown>;
  const made = await lab.run(() => {
    untrusted = submission.coroutine(rounds, print);
    return ['made'];
  });
  returned('"coroutine()"', made);

  /** Calls `next` with `args`, and claims what it prints and returns. */
  const next = async (args: [] | [unknown], printed: string[], result: object, why: string) => {
    const call = `"next(${args.join()})"`;
    const before = lines.length;
    const actual = returned(
      `${call} on your coroutine`,
      await lab.run(() => [untrusted.next(...args)]),
    );
    claimLines(lines.slice(before), printed, `During ${call}`, why);
    expect(actual).toEqual(result, `that is what ${call} returns, for ${why}`);
  };
  /** Closes it, and returns the lines that this prints; what the call itself returns does not matter. */
  const close = async (): Promise<string[]> => {
    const before = lines.length;
    await lab.run(() => [untrusted.return()]);
    return lines.slice(before);
  };
  return { lines, next, close };
}

const LAZY = 'a generator runs from one yield to the next, and only when next() is called';

test('nothing runs before the first next(), which runs it up to the first number', async (t) => {
  const { lines, next } = await begin(t, t.lab.random.int(2, 5));
  const when = 'Before anybody called "next()"';
  claimLines(lines, [], when, 'calling coroutine() only makes the object');
  await next([], ['Start coroutine'], { value: 0, done: false }, LAZY);
});

test('a value that is sent is received at once, and the next number comes out', {
  weight: 2,
}, async (t) => {
  const rounds = t.lab.random.int(4, 6);
  const { next } = await begin(t, rounds);
  await next([], ['Start coroutine'], { value: 0, done: false }, LAZY);
  const why =
    'the value becomes the value of the yield that waits, and the code runs on to the next yield';
  for (const [i, sent] of valuesOf(t.lab, rounds - 1).entries()) {
    await next([sent], [`Received: ${sent}`], { value: i + 1, done: false }, why);
  }
});

test('the last value is received too; then the coroutine ends, once and for all', async (t) => {
  const { next } = await begin(t, 1);
  const [sent] = t.lab.random.shuffle(['tea', 'rain', 'moon']);
  await next([], ['Start coroutine'], { value: 0, done: false }, LAZY);
  const end = { value: undefined, done: true };
  const printed = [`Received: ${sent}`, 'End coroutine'];
  await next(
    [sent],
    printed,
    end,
    'the last value wakes the coroutine once more, and it runs to its end',
  );
  await next(['too late'], [], end, 'a coroutine that has ended has nothing left to run');

  const other = await begin(t, 2);
  await other.next([], ['Start coroutine'], { value: 0, done: false }, LAZY);
  const whenClosed = 'When somebody closed your coroutine half-way, with "return()"';
  const left =
    'it has not gone through its rounds, so it never comes to the line after them; what is in "finally" runs all the same';
  claimLines(await other.close(), [], whenClosed, left);
});

test('with no rounds it starts and ends in the first next()', async (t) => {
  const { next } = await begin(t, 0);
  const why = 'the first next() starts it, and there is no yield on the way at which it could stop';
  await next([], ['Start coroutine', 'End coroutine'], { value: undefined, done: true }, why);
});

test('two coroutines at the same time do not disturb each other', async (t) => {
  const one = await begin(t, 2);
  const other = await begin(t, 3);
  const why = 'each coroutine goes on where it stopped, whatever the other one does';
  await one.next([], ['Start coroutine'], { value: 0, done: false }, why);
  await one.next(['tea'], ['Received: tea'], { value: 1, done: false }, why);
  await other.next([], ['Start coroutine'], { value: 0, done: false }, why);
  await one.next([0], ['Received: 0', 'End coroutine'], { value: undefined, done: true }, why);
  await other.next(['rain'], ['Received: rain'], { value: 1, done: false }, why);
  await other.next(['moon'], ['Received: moon'], { value: 2, done: false }, why);
});

test('drive() gets a number before it sends the first value, so no value is lost', {
  weight: 2,
}, async (t) => {
  const values: unknown[] = valuesOf(t.lab, t.lab.random.int(3, 5));
  const unset = t.lab.random.int(2, values.length - 1);
  values.splice(unset, 0, undefined);
  const heard: string[] = [];
  const coroutine = talk(numbersOf(t.lab, values.length), heard);
  const run = await t.lab.run(() => [t.submission.drive(coroutine, values, notebook().print)]);
  returned('"drive()"', run);
  const listed = (list: readonly unknown[]): string => `[${list.map(asText).join(', ')}]`;
  const [sent, received] = [listed(values), listed(heard)];
  const both = `Your drive() was given ${sent}, and the coroutine received ${received}`;
  claim(
    received !== listed(values.slice(1)),
    `${both}: the first value is lost. Before the first next() has run to a yield, no yield waits for a value.`,
  );
  claim(
    received !== listed(values.slice(0, -1)),
    `${both}: the last value was never sent. The first next() carries none, so one call more is needed than there are values.`,
  );
  const upToUnset = values.slice(0, unset);
  claim(
    received !== listed(upToUnset),
    `${both}: undefined is a value like any other, and the list does not end there. Count the values, or loop over them.`,
  );
  const given = heard[unset];
  claim(
    given === 'undefined' || received !== listed(values.with(unset, given)),
    `${both}: undefined is a value like any other; send it as it is.`,
  );
  claim(
    received === sent,
    `${both}: every value has to arrive, once and in order. Only next(value) can send it.`,
  );
});

test('drive() prints every number that comes out as a line of its own', async (t) => {
  const numbers = numbersOf(t.lab, 6);
  const { lines, print } = notebook();
  const values = valuesOf(t.lab, 3);
  const run = await t.lab.run(() => [t.submission.drive(talk(numbers), values, print)]);
  returned('"drive()"', run);
  const why = 'one number comes out before the first value goes in, and one for each value';
  claimLines(lines, numbers.slice(0, 4).map(String), 'With 3 values to send', why);
});

test('drive() stops at the end, prints nothing for it and returns it', async (t) => {
  for (const [count, sent] of [
    [3, 5],
    [0, 5],
    [3, 3],
    [0, 0],
  ] as const) {
    const numbers = numbersOf(t.lab, count);
    const { lines, print } = notebook();
    const values = valuesOf(t.lab, sent);
    const run = await t.lab.run(() => [t.submission.drive(talk(numbers), values, print)]);
    const result = returned('"drive()"', run);
    const why = 'the end comes as a result with "done: true", and its value is no number';
    claimLines(lines, numbers.map(String), `With ${sent} values for ${count} rounds`, why);
    const end = { value: 'good night', done: true };
    claim(
      !isDeepStrictEqual(result, { value: undefined, done: true }),
      'Your drive() returned "{ value: undefined, done: true }", and the coroutine ended with "good night". Only the first ' +
        'result with "done: true" brings that, not a next() after it or a result made by hand: look at done after each ' +
        'call, stop there, and return that very result.',
    );
    const last = `with ${sent} values for ${count} rounds the last next() comes to the end, and drive() returns its result`;
    t.expect(result).toEqual(end, last);
  }
});

test('a coroutine that has not ended stays suspended, and can go on later', async (t) => {
  const numbers = numbersOf(t.lab, 4);
  const coroutine = talk(numbers);
  const values = valuesOf(t.lab, 1);
  const run = await t.lab.run(() => [t.submission.drive(coroutine, values, notebook().print)]);
  const last = { value: numbers[1], done: false };
  const why =
    'with 1 value for 4 rounds two numbers come out, and drive() returns the result that brought the second';
  t.expect(returned('"drive()"', run)).toEqual(last, why);
  const later = await t.lab.run(() => [coroutine.next('later')]);
  const answer = returned('"next()"', later);
  claim(
    !isDeepStrictEqual(answer, { value: undefined, done: true }),
    'Your drive() had 1 value for 4 rounds, and when somebody sent one more later the coroutine had ended: it ' +
      'was closed or driven on. Leave it suspended: no return(), no break out of a for…of, no further next().',
  );
  const suspended = 'the next value after your drive() has to find the coroutine where it stopped';
  t.expect(answer).toEqual({ value: numbers[2], done: false }, suspended);
});

/** What the Python program prints, by a generator that really runs. */
function* article(rounds: number, print: (line: string) => void): Generator<number, void, unknown> {
  print('Start coroutine');
  for (let i = 0; i < rounds; i++) print(`Received: ${yield i}`);
  print('End coroutine');
}

function transcript(rounds: number, values: readonly unknown[]) {
  const { lines, print } = notebook();
  const coroutine = article(rounds, print);
  let numbers = 0;
  let result = coroutine.next();
  for (const value of [...values, undefined]) {
    if (result.done) break;
    numbers += 1;
    print(String(result.value));
    if (numbers > values.length) break;
    result = coroutine.next(value);
  }
  return { lines, numbers, result };
}

test('together they print what the Python program prints', { weight: 2 }, async (t) => {
  const rounds = t.lab.random.int(3, 4);
  for (const [count, of] of [
    [rounds, rounds],
    [2, rounds],
    [5, rounds],
    [0, rounds],
    [2, 0],
  ] as const) {
    const values = valuesOf(t.lab, count);
    const { lines, print } = notebook();
    const run = await t.lab.run(() => [
      t.submission.drive(t.submission.coroutine(of, print), values, print),
    ]);
    const result = returned('"drive()"', run);
    const python = transcript(of, values);
    const when = `With the values [${values.join(', ')}] for ${of} rounds`;
    claimLines(lines, python.lines, when, 'the Python program prints what is expected here');
    t.expect(result).toEqual(python.result, 'drive() returns what the last next() returned');
  }
});

test('predictNumbers() says how many numbers come out, without running anything', async (t) => {
  const some = Array.from({ length: 20 }, () => [t.lab.random.int(0, 60), t.lab.random.int(0, 60)]);
  for (const [rounds = 0, sent = 0] of [[3, 3], [3, 2], [3, 9], [3, 0], [0, 2], [0, 0], ...some]) {
    const values = Array.from({ length: sent }, (_, i) => i);
    const { numbers } = transcript(rounds, values);
    const run = await t.lab.run(() => [t.submission.predictNumbers(rounds, sent)]);
    const predicted = returned('"predictNumbers()"', run);
    const where = `that is how many numbers really come out with ${rounds} rounds and ${sent} values`;
    const why =
      rounds === 0
        ? `${where}, because the coroutine ends in its first next()`
        : Number(asText(predicted)) < numbers
          ? `${where}, the first of them before any value goes in`
          : sent < rounds
            ? `${where}; then no value is left to wake the coroutine`
            : `${where}; then the coroutine has ended`;
    t.expect(predicted).toEqual(numbers, why);
  }
});
