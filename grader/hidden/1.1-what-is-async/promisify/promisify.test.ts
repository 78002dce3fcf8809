import { promisify as nodes } from 'node:util';
import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.1-what-is-async/promisify/promisify.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';

const test = checksFor<typeof Solution>('promisify');

/** What the submission made of an old function. */
type UntrustedRead = (this: unknown, ...args: unknown[]) => unknown;

/** One call of the callback. */
interface Answer {
  /** Virtual ms after the call of the library; `now` is before the library returns. */
  after: number | 'now';
  with: readonly unknown[];
}

/** What a library does in one call. */
interface Script {
  answers?: readonly Answer[];
  /** Thrown when the answers of `now` are given. */
  throws?: { error: unknown };
  /** What the library returns, made anew in every call. */
  returns?: () => unknown;
  /** For the timeline; without it nothing is drawn. */
  lane?: string;
}

/** An old function that notes what it was called with and does what the script for these arguments says. */
function library(lab: Lab, scriptFor: (...args: unknown[]) => Script) {
  const calls: { self: unknown; args: unknown[] }[] = [];
  async function answer(untrustedCallback: () => void, ms: number, lane?: string): Promise<void> {
    if (lane === undefined) await new Promise<void>((done) => void lab.schedule('old', ms, done));
    else await lab.operation(lane, { takes: ms })();
    untrustedCallback();
  }
  function old(this: unknown, ...all: unknown[]): unknown {
    const untrustedCallback = all.pop();
    claim(
      typeof untrustedCallback === 'function',
      'Your code called the library without a callback. It belongs after the arguments, as the last of them.',
    );
    calls.push({ self: this, args: all });
    const { answers = [], throws, lane, returns = () => 'ticket 7' } = scriptFor(...all);
    for (const { after, with: args } of answers) {
      if (after === 'now') untrustedCallback(...args);
      else void answer(() => untrustedCallback(...args), after, lane);
    }
    if (throws) throw throws.error;
    return returns();
  }
  // As if it named its parameters: a library that can take three arguments is also called with fewer.
  Object.defineProperty(old, 'length', { value: 4 });
  return { old, calls };
}

function promisified(submission: typeof Solution, old: UntrustedRead): UntrustedRead {
  const untrusted: unknown = submission.promisify(old);
  claim(
    typeof untrusted === 'function',
    `promisify() must return a function that can be called again and again; yours returned a value of type "${typeof untrusted}".`,
  );
  return untrusted as UntrustedRead;
}

/** Calls the new function and waits for its promise. */
async function read(
  lab: Lab,
  untrustedRead: UntrustedRead,
  args: readonly unknown[] = ['page-1'],
  { self, mayHang = false }: { self?: unknown; mayHang?: boolean } = {},
): Promise<Tracked> {
  let threw = false;
  let isPromise = false;
  const start = (): unknown => {
    try {
      const untrusted = Reflect.apply(untrustedRead, self, args);
      isPromise = untrusted instanceof Promise;
      return untrusted;
    } catch (error) {
      threw = true;
      throw error;
    }
  };
  const result = await lab.run(start, { mayHang });
  claim(
    !threw,
    `The call itself threw "${result.error?.name}: ${result.error?.message}": a caller who handles the promise never ` +
      'sees that. Call the library where a throw becomes a rejection, for example inside new Promise((resolve, reject) => …).',
  );
  claim(
    isPromise,
    'The call returned no promise, and every call has to, however soon the library answers.',
  );
  return result;
}

/** What a library does after a random time, in one lane. */
function later(lab: Lab, ...args: unknown[]): { ms: number; script: Script } {
  const ms = lab.random.int(20, 90);
  return { ms, script: { answers: [{ after: ms, with: args }], lane: 'read page-1' } };
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : String(value);

function describe({ answers = [], throws }: Script): string {
  const called = answers.map(
    ({ after, with: args }) =>
      `calls back (${args.map(shown).join(', ')}) ${after === 'now' ? 'at once' : `${after} ms later`}`,
  );
  return [...called, ...(throws ? [`throws ${shown(throws.error)}`] : [])].join(' and ');
}

test('the promise resolves with the first result, whatever it is, when the library calls back', async (t) => {
  for (const value of ['text', ...t.lab.random.shuffle([undefined, null, 0, false, ''])]) {
    const { ms, script } = later(t.lab, null, value, '12 bytes', 3);
    const untrustedRead = promisified(t.submission, library(t.lab, () => script).old);
    const begin = t.lab.now;
    const result = await read(t.lab, untrustedRead);
    const why = 'the first argument of the callback is the error, the second is the first result';
    claim(
      result.status !== 'rejected',
      `The library called \`callback(null, ${shown(value)}, …)\`, and your promise rejected at ${result.at} ms: null means that ` +
        'there is no error, and any value is a result.',
    );
    t.expect(result).toFulfil(value, why);
    t.expect(result).toFinishAt(begin + ms, 'the library called back then');
  }
});

test('null, undefined or nothing at all as error is a success', async (t) => {
  for (const args of [[null, 'text'], [undefined, 'text'], [null], [undefined], []]) {
    const { script } = later(t.lab, ...args);
    const untrustedRead = promisified(t.submission, library(t.lab, () => script).old);
    const result = await read(t.lab, untrustedRead);
    const call = `\`callback(${args.map(shown).join(', ')})\``;
    claim(
      result.status !== 'rejected',
      `The library called ${call}, and your promise rejected with \`${String(result.untrusted)}\` at ${result.at} ms. Only ` +
        'an error other than null and undefined is a failure, and the result does not matter.',
    );
    t.expect(result).toFulfil(args[1], `the library called ${call}, and that is no error`);
  }
});

test('an error rejects the promise at that moment, with that very error', async (t) => {
  const missing = Object.assign(new Error('no page-1 in the archive'), { code: 'ENOENT' });
  for (const args of [[missing], [missing, 'half a page'], ['text as error']]) {
    const { ms, script } = later(t.lab, ...args);
    const untrustedRead = promisified(t.submission, library(t.lab, () => script).old);
    const begin = t.lab.now;
    const result = await read(t.lab, untrustedRead);
    const why = 'the caller may want to look at its code, so hand on what the library gave you';
    t.expect(result).toRejectWith(args[0], why);
    t.expect(result).toFinishAt(begin + ms, 'the library reported the error then');
  }
});

test('0, false and the empty text are errors too', async (t) => {
  for (const error of t.lab.random.shuffle([0, false, ''])) {
    const { script } = later(t.lab, error, 'half a page');
    const untrustedRead = promisified(t.submission, library(t.lab, () => script).old);
    const result = await read(t.lab, untrustedRead);
    t.expect(result).toRejectWith(error, 'only null and undefined mean that there is no error');
  }
});

test('what the call is given goes to the library, and a callback after it', async (t) => {
  const { script } = later(t.lab, null, 'text');
  const { old, calls } = library(t.lab, () => script);
  const untrustedRead = promisified(t.submission, old);
  claim(
    calls.length === 0,
    'promisify() called the library, and nobody has asked for anything yet: only the function that it returns may.',
  );
  await t.lab.run(() => {
    const untrusted = untrustedRead();
    claim(
      calls.length === 1,
      'The new function returned, and the library had not been called yet: the caller expects that the call has begun.',
    );
    return untrusted;
  });
  const progress = Object.freeze((() => {}).bind(undefined));
  const values = t.lab.random.shuffle(['page-1', { fromLine: 3 }, null, [1, 2]]);
  const withHoles = t.lab.random.shuffle([...values, undefined, undefined]);
  for (const args of [
    values.slice(0, 2),
    values,
    values.slice(0, 1),
    [],
    withHoles,
    ['page-1', progress],
  ]) {
    const count = args.length;
    calls.length = 0;
    await t.lab.run(() => {
      const untrusted = Reflect.apply(untrustedRead, undefined, args);
      claim(
        args.at(-1) !== progress || untrusted instanceof Promise,
        'The last argument of the call was a function, and your code took it for the callback. It is an argument like any ' +
          'other, say for progress: the callback is yours, and it comes after all of them.',
      );
      return untrusted;
    });
    const got = calls[0]?.args ?? [];
    claim(
      calls.length === 1,
      `One call of the new function called the library ${calls.length} times, and once is right.`,
    );
    const shown = `The call had ${count} arguments, and your code gave the library ${got.length} before the callback`;
    claim(
      args !== withHoles || got.length >= count,
      `${shown}: those that were undefined got lost. undefined is an argument like any other, and the ones after it must ` +
        'not move up.',
    );
    claim(
      got.length >= count,
      `${shown}: hand on exactly those of the call, however many they are.`,
    );
    claim(
      got.length === count,
      `${shown}, some of them of your own making. The callback stands right after the arguments of the call, even if the ` +
        'library could take more.',
    );
    const wrong = args.findIndex((value, n) => got[n] !== value);
    claim(
      wrong < 0,
      `Argument ${wrong + 1} of ${count} was not what the call had been given: hand on the values themselves, in their order.`,
    );
  }
});

test('the library is called with the `this` of the call', { weight: 2 }, async (t) => {
  const { script } = later(t.lab, null, 'text');
  const { old, calls } = library(t.lab, () => script);
  const untrustedRead = promisified(t.submission, old);
  const archives = [{ root: '/1998' }, { root: '/1999' }];
  for (const [i, archive] of archives.entries()) {
    await read(t.lab, untrustedRead, ['page-1'], { self: archive });
    const self = calls[i]?.self;
    claim(
      self === archive,
      `The new function was called on an archive, and the library found "${typeof self}" as its \`this\`: a method like ` +
        '`archive.read` cannot find its own data then. Hand on the `this` of the call. An arrow function has none of its own.',
    );
  }
  await read(t.lab, untrustedRead, ['page-1'], { self: 'archive' });
  claim(
    calls.at(-1)?.self === 'archive',
    `The new function was called on the text 'archive', and the library found "${typeof calls.at(-1)?.self}" as its ` +
      '`this`: hand on the value itself, and make no object of it.',
  );
  await read(t.lab, untrustedRead);
  const self = calls.at(-1)?.self;
  claim(
    self === undefined,
    `The new function was called without a \`this\`, and the library found "${self === null ? 'null' : typeof self}" as its ` +
      '`this`: it may ask whether there is one. Hand on the `this` of the call as it is, also undefined.',
  );
});

test('a library that throws instead of answering makes the promise reject', async (t) => {
  const odd = t.lab.random.shuffle([undefined, null, 0, '']);
  for (const error of [new TypeError('the name must be a text'), ...odd]) {
    const untrustedRead = promisified(
      t.submission,
      library(t.lab, () => ({ throws: { error } })).old,
    );
    const result = await read(t.lab, untrustedRead, ['page-1'], { mayHang: true });
    claim(
      result.status !== 'pending',
      `The library threw \`${shown(error)}\`, and your promise never settled. Anything can be thrown, ` +
        'also what looks like nothing: it is the catch that tells you of a throw, not the value.',
    );
    t.expect(result).toRejectWith(error, 'the library threw it');
  }
});

test('what the library returns is ignored, be it a promise', async (t) => {
  const error = new Error('no page-1');
  const closed = (): unknown => {
    const promise = Promise.reject(new Error('the tape was changed'));
    promise.catch(() => {});
    return promise;
  };
  const named: [what: string, returns: () => unknown][] = [
    ['a text', () => 'ticket 7'],
    ['a promise of a text', () => Promise.resolve('ticket 7')],
    ['a promise that rejects', closed],
  ];
  for (const [what, returns] of named) {
    for (const answer of [[null, 'text'], [error]]) {
      const { ms, script } = later(t.lab, ...answer);
      const { old } = library(t.lab, () => ({ ...script, returns }));
      const untrustedRead = promisified(t.submission, old);
      const begin = t.lab.now;
      const result = await read(t.lab, untrustedRead);
      const why = `the library returned ${what} and called back ${ms} ms later, and only the callback is its answer`;
      if (answer[0] === null) t.expect(result).toFulfil('text', why);
      else t.expect(result).toRejectWith(error, why);
      t.expect(result).toFinishAt(begin + ms, why);
    }
  }
});

/** Claims that the promise has settled, where a library called back before it returned. */
function claimHeard({ status }: Tracked): void {
  claim(
    status !== 'pending',
    'The library called back before it returned, and your promise never settled: nobody was there to hear it. Make the promise ' +
      'first, and call the library inside it.',
  );
}

test('the library may call back before it returns', async (t) => {
  const error = new Error('no page-2');
  const answers = (name: unknown): Answer[] => [
    { after: 'now', with: name === 'page-1' ? [null, 'text'] : [error] },
  ];
  const untrustedRead = promisified(
    t.submission,
    library(t.lab, (name) => ({ answers: answers(name) })).old,
  );
  const found = await read(t.lab, untrustedRead, ['page-1'], { mayHang: true });
  claimHeard(found);
  t.expect(found).toFulfil('text', 'the library called back at once, from its cache');
  const missing = await read(t.lab, untrustedRead, ['page-2'], { mayHang: true });
  claimHeard(missing);
  const why = 'the library called back at once, and this is the second call of the same function';
  t.expect(missing).toRejectWith(error, why);
});

test('the first answer or throw decides, and what the library does later changes nothing', async (t) => {
  const error = new Error('the archive was closed');
  const good = [null, 'text'];
  const bad = [error];
  const { ms } = later(t.lab);
  const scripts: [Script, string][] = [
    [
      {
        answers: [
          { after: 'now', with: good },
          { after: 'now', with: [null, 'other'] },
        ],
      },
      'text',
    ],
    [
      {
        answers: [
          { after: 'now', with: good },
          { after: 'now', with: bad },
        ],
      },
      'text',
    ],
    [
      {
        answers: [
          { after: 'now', with: bad },
          { after: 'now', with: good },
        ],
      },
      'error',
    ],
    [
      {
        answers: [
          { after: ms, with: good },
          { after: ms + 9, with: bad },
        ],
      },
      'text',
    ],
    [
      {
        answers: [
          { after: ms, with: bad },
          { after: ms + 9, with: good },
        ],
      },
      'error',
    ],
    [{ answers: [{ after: 'now', with: good }], throws: { error } }, 'text'],
    [{ answers: [{ after: ms, with: good }], throws: { error } }, 'error'],
  ];
  for (const [script, expected] of scripts) {
    const begin = t.lab.now;
    const first = script.throws || script.answers?.[0]?.after === 'now' ? begin : begin + ms;
    const untrustedRead = promisified(t.submission, library(t.lab, () => script).old);
    const mayHang = script.answers?.[0]?.after === 'now';
    const result = await read(t.lab, untrustedRead, ['page-1'], { mayHang });
    claimHeard(result);
    const why = `the library ${describe(script)}, and what it did first decides`;
    if (expected === 'text') t.expect(result).toFulfil('text', why);
    else t.expect(result).toRejectWith(error, why);
    t.expect(result).toFinishAt(first, why);
  }
});

test('every call has a promise of its own', { weight: 2 }, async (t) => {
  await t.lab.explore(async (lab) => {
    const error = new Error('no page-2');
    const untrustedRead = promisified(
      t.submission,
      library(lab, (name) => ({
        answers: [{ after: 50, with: name === 'page-2' ? [error] : [null, `text of ${name}`] }],
        lane: `read ${name}`,
      })).old,
    );
    const asked: Tracked[] = [];
    const names = ['page-1', 'page-2', 'page-3'];
    const start = async () => {
      for (const name of names) {
        asked.push(lab.track(Reflect.apply(untrustedRead, undefined, [name])));
      }
      await Promise.all(asked.map(({ done }) => done));
    };
    await lab.run(start, { mayHang: true });
    const forgotten = asked.findIndex(({ status }) => status === 'pending');
    claim(
      forgotten < 0,
      `Three calls were made at once, and the library called back for each of them, but the promise of "${names[forgotten]}" ` +
        'never settled. A callback has to know to which call it belongs: make it, and the promise, inside the call.',
    );
    const [one, two, three] = asked as [Tracked, Tracked, Tracked];
    t.expect(one).toFulfil('text of page-1', 'that is the answer to the first call');
    t.expect(two).toRejectWith(error, 'that is the answer to the second call');
    t.expect(three).toFulfil('text of page-3', 'that is the answer to the third call');
  });
});

const ERRORS = [new Error('no such page'), new RangeError('line -1'), 'EBUSY', 5];
const RESULTS = ['text', undefined, null, 0, ''];

/** Answers at random moments, all different, and sometimes a throw. */
function randomScript({ random }: Lab): Script {
  const moments = random.shuffle(['now', 'now', 10, 20, 30, 40] as const);
  const chosen = moments
    .slice(0, random.int(0, 3))
    .sort((a, b) => (Number(a) || 0) - (Number(b) || 0));
  const answers = chosen.map((after): Answer => {
    const failed = random.pick([true, false]);
    const error = failed ? random.pick(ERRORS) : random.pick([null, undefined]);
    return { after, with: [error, random.pick(RESULTS), 'more'].slice(0, random.int(1, 3)) };
  });
  if (answers.length > 0 && random.int(1, 5) > 1) return { answers };
  return { answers, throws: { error: random.pick(ERRORS) } };
}

/** What became of a promise; an error or a result of the script is named, and nothing else is looked at. */
function outcome(tracked: Tracked, begin: number): string {
  const known = [...ERRORS, ...RESULTS].find((value) => value === tracked.untrusted);
  const value = known === tracked.untrusted ? shown(known) : 'something else';
  if (tracked.status === 'pending') return 'pending';
  return `${tracked.status} with ${value} at ${tracked.at - begin} ms`;
}

test('on 100 random libraries the promise settles as that of util.promisify', {
  weight: 2,
}, async (t) => {
  const { lab } = t;
  const begin = lab.now;
  const pairs: { script: Script; theirs: Tracked; yours: Tracked }[] = [];
  await lab.run(async () => {
    for (let n = 0; n < lab.cases / 2; n++) {
      const script = randomScript(lab);
      const { old } = library(lab, () => script);
      const theirs = lab.track((nodes(old) as UntrustedRead)('page-1'));
      const untrustedRead = promisified(t.submission, old);
      const yours = lab.track((async () => untrustedRead('page-1'))());
      pairs.push({ script, theirs, yours });
    }
    await lab.at(begin + 100);
  });
  const wrong = pairs.flatMap(({ script, theirs, yours }) => {
    const [expected, found] = [outcome(theirs, begin), outcome(yours, begin)];
    if (found === expected) return [];
    return [
      `The library "${describe(script)}": with util.promisify the promise is "${expected}", with yours "${found}".`,
    ];
  });
  const [shortest] = wrong.sort((a, b) => a.length - b.length);
  claim(
    shortest === undefined,
    `Of ${pairs.length} libraries ${wrong.length} come to another end with your function than with Node's. The simplest of ` +
      `them:\n${shortest}`,
  );
});
