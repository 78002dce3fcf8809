// biome-ignore-all lint/nursery/noFloatingPromises: the programs read as the statement shows them

import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.1-what-is-async/predict-the-log/predict-the-log.ts';
import type { CheckContext } from '../../../check/check.ts';
import type { Lab } from '../../../lab/lab.ts';

const test = checksFor<typeof Solution>('predict-the-log');

/** What a program may use: the bodies below are those of the statement, word for word. */
type Tools = Pick<Lab['timers'], 'setTimeout' | 'setImmediate'> & { log: (word: string) => void };

interface Program {
  run: (tools: Tools) => void;
  /** For every word but the first: why it comes after the word before it. */
  because: Record<string, string>;
}

const RUNNING_CODE = 'the code that is running comes to its end before any callback is called';
const STARTS_AT_ONCE = 'calling an async function runs it at once, up to its first await';
const ALWAYS_SUSPENDS =
  'await always suspends the function, even when there is nothing to wait for, and its caller goes on';
const FIRST_IN_FIRST_OUT = 'microtasks run in the order in which they were queued';
const LINE_BY_LINE = 'code runs line by line, and a call runs where it stands';

const programs = {
  Toast: {
    run({ log, setTimeout }) {
      log('bread');
      setTimeout(() => log('butter'), 10);
    },
    because: { butter: RUNNING_CODE },
  },

  Doorbell: {
    run({ log, setTimeout }) {
      log('ring');
      setTimeout(() => log('open'), 0);
      log('wait');
    },
    because: {
      wait: LINE_BY_LINE,
      open: 'setTimeout() puts its callback aside, even with 0 ms, and the code that is running comes to its end first',
    },
  },

  Ticket: {
    run({ log }) {
      const ticket = new Promise((print) => {
        log('write');
        print(4);
        log('tear');
      });
      ticket.then(() => log('cook'));
      log('next');
    },
    because: {
      tear: 'resolving a promise does not return from the function that does it',
      next: 'new Promise() calls the function that it gets at once, like any other call',
      cook: 'then() never calls back at once, not even when the promise is settled already: its callback is a microtask',
    },
  },

  Post: {
    run({ log, setTimeout }) {
      setTimeout(() => log('parcel'), 0);
      Promise.resolve().then(() => log('letter'));
      log('sort');
    },
    because: {
      letter: RUNNING_CODE,
      parcel: 'the microtask queue is emptied before the next timer fires, whatever was set first',
    },
  },

  Rumour: {
    run({ log, setTimeout }) {
      setTimeout(() => log('news'), 0);
      queueMicrotask(() => {
        log('ann');
        queueMicrotask(() => {
          log('ben');
          queueMicrotask(() => log('cleo'));
        });
      });
      queueMicrotask(() => log('eve'));
    },
    because: {
      eve: FIRST_IN_FIRST_OUT,
      ben: 'a microtask that is queued while another one runs waits behind those that are there already',
      cleo: 'a microtask is queued when the line that queues it runs, not before',
      news: 'the timer waits until the microtask queue is empty, and those that were queued meanwhile count too',
    },
  },

  Bus: {
    run({ log, setTimeout }) {
      setTimeout(() => {
        log('bus');
        Promise.resolve().then(() => log('doors'));
      }, 10);
      setTimeout(() => log('tram'), 10);
    },
    because: {
      doors: RUNNING_CODE,
      tram: 'the microtask queue is emptied after every single callback, also between two timers that are due together',
    },
  },

  Barista: {
    run({ log }) {
      async function brew() {
        log('grind');
        await 'water';
        log('pour');
      }
      log('order');
      brew();
      log('pay');
    },
    because: { grind: LINE_BY_LINE, pay: STARTS_AT_ONCE, pour: ALWAYS_SUSPENDS },
  },

  Tills: {
    run({ log }) {
      async function ann() {
        log('a1');
        await null;
        log('a2');
        await null;
        log('a3');
      }
      async function ben() {
        log('b1');
        await null;
        log('b2');
        await null;
        log('b3');
      }
      ann();
      ben();
      log('queue');
    },
    because: {
      b1: LINE_BY_LINE,
      queue: STARTS_AT_ONCE,
      a2: ALWAYS_SUSPENDS,
      b2: FIRST_IN_FIRST_OUT,
      a3: 'after every await a function goes to the end of the microtask queue, so two of them take turns',
      b3: FIRST_IN_FIRST_OUT,
    },
  },

  Kitchen: {
    run({ log }) {
      Promise.resolve()
        .then(() => log('wash'))
        .then(() => log('cut'))
        .then(() => log('fry'));
      Promise.resolve()
        .then(() => log('mix'))
        .then(() => log('bake'));
      log('hungry');
    },
    because: {
      wash: RUNNING_CODE,
      mix: FIRST_IN_FIRST_OUT,
      cut: 'a then is queued only when the one before it has run, at the end of the queue: two chains take turns',
      bake: FIRST_IN_FIRST_OUT,
      fry: 'a then is queued only when the one before it has run, at the end of the queue: two chains take turns',
    },
  },

  Oven: {
    run({ log, setTimeout }) {
      setTimeout(() => log('cake'), 50);
      setTimeout(() => {
        log('bread');
        setTimeout(() => log('crust'), 10);
      }, 10);
      setTimeout(() => log('rolls'), 10);
    },
    because: {
      rolls: 'timers with the same delay fire in the order in which they were set',
      crust:
        'a delay begins when its timer is set, and that one is set when the first 10 ms are over',
      cake: 'a timer fires when its time has come: the delays run side by side, and the source order does not count',
    },
  },

  Laundry: {
    run({ log, setTimeout }) {
      async function wash() {
        log('load');
        await new Promise((done) => setTimeout(done, 50));
        log('hang');
      }
      setTimeout(() => log('lunch'), 10);
      wash();
      log('read');
    },
    because: {
      read: STARTS_AT_ONCE,
      lunch: RUNNING_CODE,
      hang: 'await suspends the one function that it stands in: its caller and the timers go on meanwhile',
    },
  },

  Kiosk: {
    run({ log, setTimeout, setImmediate }) {
      setTimeout(() => log('paper'), 0);
      setImmediate(() => {
        log('coffee');
        Promise.resolve().then(() => log('milk'));
      });
      setImmediate(() => log('cake'));
      Promise.resolve().then(() => log('tea'));
      log('hello');
    },
    because: {
      tea: RUNNING_CODE,
      coffee: 'the microtask queue is emptied before the next immediate',
      milk: RUNNING_CODE,
      cake: 'the microtask queue is emptied after every single callback, also between two immediates',
      paper:
        'inside a callback the immediates come first: the loop gets to them before it looks at the timers again',
    },
  },

  Lock: {
    run({ log }) {
      async function save() {
        try {
          log('lock');
          await null;
          log('write');
        } finally {
          log('unlock');
        }
      }
      save().then(() => log('saved'));
      log('next');
    },
    because: {
      next: STARTS_AT_ONCE,
      write: ALWAYS_SUSPENDS,
      unlock:
        'finally runs when its block ends, and a function that awaits has not ended: it is only suspended',
      saved:
        'the promise of an async function settles when the function has ended, and finally is part of it',
    },
  },
} satisfies Record<string, Program>;

type Name = keyof typeof programs;

/** Runs a program from a callback, as in a server that has been running for a while, and returns what it logs. */
async function run(lab: Lab, program: Program): Promise<string[]> {
  const words: string[] = [];
  const { setTimeout, setImmediate } = lab.timers;
  const log = (word: string): void => {
    words.push(word);
  };
  await lab.run(() => {
    setTimeout(() => program.run({ log, setTimeout, setImmediate }), 0);
  });
  return words;
}

type Context = Pick<CheckContext<typeof Solution>, 'lab' | 'submission'>;

/** The words of a prediction: as many as there are, from whatever the submission returned. */
async function readPrediction({ lab, submission }: Context, name: Name): Promise<string[]> {
  const call = `predict${name}`;
  const { status, value, error } = await lab.run(() => [submission[`predict${name}`]()]);
  claim(status === 'fulfilled', `\`${call}\` threw "${error?.name}: ${error?.message}".`);
  const [predicted] = value as [unknown];
  claim(
    predicted !== '[promise]',
    `\`${call}\` returned a promise. A prediction is made before anything runs: return the words themselves, as one string.`,
  );
  claim(
    typeof predicted === 'string',
    `\`${call}\` did not return a string. Return the words in one string, with a space between them.`,
  );
  return predicted.split(/[\s,]+/).filter((word) => word !== '');
}

/** Claims that the prediction has the words that the program logs, each of them once. */
function claimWords(call: string, predicted: readonly string[], logged: readonly string[]): void {
  const strange = predicted.find((word) => !logged.includes(word));
  claim(
    strange === undefined,
    `\`${call}\` has the word "${strange}", which this program never logs. Copy the words from its log() calls.`,
  );
  const repeated = predicted.find((word, i) => predicted.indexOf(word) !== i);
  claim(
    repeated === undefined,
    `\`${call}\` has the word "${repeated}" more than once, and this program logs every word once.`,
  );
  const missing = logged.find((word) => !predicted.includes(word));
  claim(
    missing === undefined,
    `\`${call}\` lacks the word "${missing}": in the end everything in this program has run, so every word is logged.`,
  );
}

/** Runs the program and claims that it logs what was predicted; says which pair is the wrong way round, and why. */
async function claimPredicted(context: Context, name: Name): Promise<void> {
  const predicted = await readPrediction(context, name);
  const program: Program = programs[name];
  const logged = await run(context.lab, program);
  claimWords(`predict${name}`, predicted, logged);
  for (const [i, word] of logged.slice(1).entries()) {
    const before = logged[i] as string;
    const because = program.because[word];
    if (because === undefined) throw new Error(`Nothing says why "${word}" follows "${before}"`);
    claim(
      predicted.indexOf(before) < predicted.indexOf(word),
      `The program logs "${before}" before "${word}": ${because}.\n` +
        `predicted:  ${predicted.join(' ')}\nlogged:     ${logged.join(' ')}`,
    );
  }
}

/** A check of these programs; its title names the idea, not the answer. */
function check(title: string, ...names: Name[]): void {
  test(title, async (t) => {
    for (const name of names) await claimPredicted(t, name);
  });
}

check('you predicted the doorbell: running code and a timer of 0 ms', 'Toast', 'Doorbell');
check('you predicted the ticket: the inside of new Promise, and then', 'Ticket');
check('you predicted the post: a timer and a microtask', 'Post');
check('you predicted the rumour: microtasks that queue microtasks', 'Rumour');
check('you predicted the bus: two timers, and a microtask of the first', 'Bus');
check('you predicted the barista: an async function before and after its await', 'Barista');
check('you predicted the tills: two async functions side by side', 'Tills');
check('you predicted the kitchen: two chains of then side by side', 'Kitchen');
check('you predicted the oven: timers with the same delay and with different ones', 'Oven');
check('you predicted the laundry: what goes on while a function awaits', 'Laundry');
check('you predicted the kiosk: immediates, microtasks and a timer', 'Kiosk');
check('you predicted the lock: finally in a function that awaits', 'Lock');
