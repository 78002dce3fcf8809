import pLimit from 'p-limit';
import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.2-benefits/map-limit/map-limit.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Tracked } from '../../../lab/settled.ts';

const test = checksFor<typeof Solution>('map-limit');

/** Pictures `a`, `b`, … that take `times`, and what converts them. */
function photoLab(lab: Lab, times: readonly number[], failing: Record<string, Error> = {}) {
  const pictures = times.map((_, i) => String.fromCharCode(97 + i));
  const convert = lab.operation<[string], string>((picture) => `convert ${picture}`, {
    takes: (picture) => times[pictures.indexOf(picture)] ?? 0,
    returns: (picture) => `print of ${picture}`,
    fails: (picture) => failing[picture],
  });
  return { pictures, convert, prints: pictures.map((picture) => `print of ${picture}`) };
}

/** Some time in ms, no multiple of the round numbers in which code polls. */
function oddTime(lab: Lab): number {
  return lab.random.int(3, 12) * 10 + lab.random.pick([1, 3, 7, 9]);
}

test('a machine that becomes free takes the next picture at once', { weight: 2 }, async (t) => {
  const ms = oddTime(t.lab);
  const { pictures, convert } = photoLab(t.lab, [3 * ms, ms, ms, ms]);
  const result = await t.lab.run(() => t.submission.convertAll(pictures, 2, convert));
  t.expect(t.lab.trace).toPeakAt(2, 'there are two machines and four pictures');
  t.expect(t.lab.trace).toStartAt('convert a', 0, 'the first of the list is begun first');
  t.expect(t.lab.trace).toStartAt(
    'convert c',
    ms,
    `b is done at ${ms} ms, and its machine is free`,
  );
  t.expect(t.lab.trace).toStartAt(
    'convert d',
    2 * ms,
    `c ends at ${2 * ms} ms, a is still under way`,
  );
  t.expect(result).toFinishAt(3 * ms, 'one machine does a, and the other the rest meanwhile');
});

test('as many pictures are under way as there are machines, never more', {
  weight: 2,
}, async (t) => {
  await t.lab.explore(async (lab) => {
    const { pictures, convert } = photoLab(lab, [90, 50, 70, 60, 80]);
    const machines = lab.random.int(2, 3);
    await lab.run(() => t.submission.convertAll(pictures, machines, convert));
    const why = `there are ${machines} machines for 5 pictures; call convert() when one of them is free`;
    t.expect(lab.trace).toPeakAt(machines, why);
  });
});

test('the pictures are begun in the order of the list, each of them once', async (t) => {
  await t.lab.explore(async (lab) => {
    const { pictures, convert } = photoLab(lab, [60, 50, 70, 80]);
    await lab.run(() => t.submission.convertAll(pictures, 2, convert));
    const begun = lab.trace.operations().map(({ name }) => name.replace('convert ', ''));
    claim(
      begun.join() === pictures.join(),
      `Your code began the pictures [${begun}], the list says [${pictures}]: a free machine takes the one that has ` +
        'waited longest, and every picture is converted once.',
    );
  });
});

test('the prints come in the order of the pictures, whatever is done first', async (t) => {
  await t.lab.explore(async (lab) => {
    const { pictures, convert, prints } = photoLab(lab, [60, 50, 80, 70]);
    const result = await lab.run(() => t.submission.convertAll(pictures, 2, convert));
    t.expect(result).toFulfil(prints, 'a print belongs at the position of its picture');
  });
});

test('a failing picture makes the whole fail at that moment, with that error', async (t) => {
  const ms = oddTime(t.lab);
  const error = new Error('b is damaged');
  const { pictures, convert } = photoLab(t.lab, [5 * ms, ms, ms, ms], { b: error });
  const result = await t.lab.run(() => t.submission.convertAll(pictures, 2, convert));
  t.expect(result).toRejectWith(error, 'the caller must learn of the failure');
  t.expect(result).toFinishAt(ms, 'b failed then, and the caller need not wait for the others');
});

test('after a failure no other picture is begun', { weight: 2 }, async (t) => {
  await t.lab.explore(async (lab) => {
    const error = new Error('c is damaged');
    let begunBefore = Number.POSITIVE_INFINITY;
    const convert = lab.operation<[string], string>((picture) => `convert ${picture}`, {
      takes: () => lab.random.int(50, 90),
      returns: (picture) => `print of ${picture}`,
      fails: (picture) => {
        if (picture !== 'c') return undefined;
        begunBefore = lab.trace.spans.length;
        return error;
      },
    });
    const pictures = ['a', 'b', 'c', 'd', 'e', 'f'];
    const result = await lab.run(() => t.submission.convertAll(pictures, 2, convert));
    const [late] = lab.trace.operations().slice(begunBefore);
    claim(
      late === undefined,
      `"${late?.name}" was begun although "convert c" had already failed: nobody will see its print. Rejecting does ` +
        'not stop the machines; tell each of them to take no further picture.',
    );
    t.expect(result).toRejectWith(error, 'the caller must learn of the failure');
  });
});

test('a second failure, of a picture that was under way, disturbs nobody', async (t) => {
  const ms = oddTime(t.lab);
  const [first, second] = [new Error('b is damaged'), new Error('c is damaged')];
  const { pictures, convert } = photoLab(t.lab, [3 * ms, ms, 2 * ms], { b: first, c: second });
  const result = await t.lab.run(() => t.submission.convertAll(pictures, 3, convert));
  t.expect(result).toRejectWith(first, 'the failure that happens first decides');
});

test('no pictures: an empty list, and no machine is started', async (t) => {
  const { convert } = photoLab(t.lab, []);
  const result = await t.lab.run(() => t.submission.convertAll([], 3, convert));
  t.expect(result).toFulfil([], 'nothing to convert is no error');
  claim(t.lab.trace.spans.length === 0, 'Your code called convert() though the list is empty.');
});

test('one machine converts one picture after the other', async (t) => {
  const times = [oddTime(t.lab), oddTime(t.lab), oddTime(t.lab)] as const;
  const { pictures, convert, prints } = photoLab(t.lab, times);
  const result = await t.lab.run(() => t.submission.convertAll(pictures, 1, convert));
  t.expect(t.lab.trace).toPeakAt(1, 'there is one machine');
  t.expect(result).toFulfil(prints, 'a print belongs at the position of its picture');
  const total = times[0] + times[1] + times[2];
  t.expect(result).toFinishAt(
    total,
    'with one machine the times add up, without a pause in between',
  );
});

test('more machines than pictures: all are under way at once', async (t) => {
  const ms = oddTime(t.lab);
  const times = [3 * ms, 2 * ms, ms];
  const { pictures, convert, prints } = photoLab(t.lab, times);
  const result = await t.lab.run(() => t.submission.convertAll(pictures, 20, convert));
  t.expect(t.lab.trace).toPeakAt(3, 'twenty machines are enough for three pictures');
  t.expect(result).toFulfil(prints, 'a print belongs at the position of its picture');
  t.expect(result).toFinishAt(3 * ms, 'nobody has to wait for a machine');
});

test('0, -1, 1.5, NaN or infinitely many machines: a RangeError, and no picture is begun', async (t) => {
  const { pictures, convert } = photoLab(t.lab, [50, 50]);
  const cases: [number, string[]][] = [
    ...[0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY].map((n): [number, string[]] => [
      n,
      pictures,
    ]),
    [0, []],
  ];
  for (const [machines, list] of cases) {
    let threw = false;
    const result = await t.lab.run(
      () => {
        try {
          return t.submission.convertAll(list, machines, convert);
        } catch (error) {
          threw = true;
          throw error;
        }
      },
      { mayHang: true },
    );
    claim(
      !threw,
      `With ${machines} machines the call itself threw "${result.error?.name}: ${result.error?.message}": a caller who ` +
        'handles the promise never sees that. Reject instead; an async function does it when it throws.',
    );
    const became = {
      pending: 'never settled',
      fulfilled: 'resolved as if all were well',
      rejected: `rejected with "${result.error?.name}: ${result.error?.message}"`,
    };
    claim(
      result.status === 'rejected' && result.error?.name === 'RangeError',
      `With ${machines} machines and ${list.length} pictures your promise ${became[result.status]}. Reject with a RangeError before anything else, so ` +
        'that the caller learns that this is no whole number of machines.',
    );
    claim(
      t.lab.trace.spans.length === 0,
      `With ${machines} machines your code rejected, but it had called convert() before: check the number first.`,
    );
  }
});

test('any value can be a picture, also 0 and undefined', async (t) => {
  const pictures = ['first', ...t.lab.random.shuffle([0, '', undefined, null]), 'last'];
  const convert = t.lab.operation<[unknown], string>((picture) => `convert ${String(picture)}`, {
    takes: 50,
    returns: (picture) => `print of ${String(picture)}`,
  });
  const result = await t.lab.run(() => t.submission.convertAll(pictures, 2, convert));
  const prints = pictures.map((picture) => `print of ${String(picture)}`);
  t.expect(result).toFulfil(
    prints,
    'the end of the list is where its length says, not an empty picture',
  );
});

test('a print can be any value too, and stands at the place of its picture', async (t) => {
  const prints = t.lab.random.shuffle([0, '', undefined, null, 'last']);
  const pictures = prints.map((_, i) => String.fromCharCode(97 + i));
  const convert = t.lab.operation<[string], unknown>((picture) => `convert ${picture}`, {
    takes: (picture) => 90 - 10 * pictures.indexOf(picture),
    returns: (picture: string) => prints[pictures.indexOf(picture)],
  });
  const result = await t.lab.run(() => t.submission.convertAll(pictures, 2, convert));
  t.expect(result).toFulfil(prints, 'a machine may give back nothing, and that is its print');
});

test('a picture that stands twice in the list is converted twice', async (t) => {
  let made = 0;
  const convert = t.lab.operation<[string], string>((picture) => `convert ${picture}`, {
    takes: (picture) => (picture === 'a' ? 20 : 50),
    returns: (picture) => {
      made += 1;
      return `print ${made} of ${picture}`;
    },
  });
  const result = await t.lab.run(() => t.submission.convertAll(['a', 'b', 'a'], 3, convert));
  t.expect(result).toFulfil(
    ['print 1 of a', 'print 3 of b', 'print 2 of a'],
    'each entry of the list has a print of its own: go by position, not by picture',
  );
});

test('a failure without a reason is a failure', async (t) => {
  const work = t.lab.operation<[string]>((picture) => `convert ${picture}`, {
    takes: (picture: string) => (picture === 'a' ? 80 : 50),
  });
  const jam = async (picture: string): Promise<string> => {
    await work(picture);
    if (picture === 'b') throw undefined;
    return picture;
  };
  const result = await t.lab.run(() => t.submission.convertAll(['a', 'b', 'c', 'd'], 2, jam));
  t.expect(result).toRejectWith(undefined, 'the machine said nothing, but it rejected');
  t.expect(t.lab.trace).toStartNothingAfter(50, 'the result is decided, so no picture is begun');
});

test('a failure is not lost when another picture is done at the same moment', async (t) => {
  const jam = new Error('paper jam');
  const power = t.lab.operation('the power is back', { takes: 50 });
  let on: Promise<void> | undefined;
  const convert = async (picture: string): Promise<string> => {
    on ??= power();
    await on;
    if (picture === 'b') throw jam;
    return picture;
  };
  const result = await t.lab.run(() => t.submission.convertAll(['a', 'b', 'c', 'd'], 2, convert));
  t.expect(result).toRejectWith(
    jam,
    'both machines ended in the same turn, and whoever only waits for one of them must still look at the other',
  );
});

test('two calls at the same time do not share machines, nor a failure', async (t) => {
  const ms = oddTime(t.lab);
  const error = new Error('b is damaged');
  const one = photoLab(t.lab, [ms, ms, ms], { b: error });
  const other = photoLab(t.lab, [2 * ms, 2 * ms, 2 * ms]);
  let failing!: Tracked;
  const result = await t.lab.run(() => {
    failing = t.lab.track(t.submission.convertAll(one.pictures, 1, one.convert));
    return t.submission.convertAll(other.pictures, 2, other.convert);
  });
  t.expect(t.lab.trace).toPeakAt(3, 'one call has one machine and the other has two of its own');
  t.expect(failing).toRejectWith(error, 'the call with the damaged picture fails');
  t.expect(result).toFulfil(other.prints, 'the other call has nothing to do with that failure');
  t.expect(result).toFinishAt(4 * ms, 'two machines need two rounds for three pictures');
});

/** What became of one list of pictures, in ms after the call. */
interface Day {
  /** When each picture was begun, in the order of the pictures. */
  starts: (number | undefined)[];
  /** When the last one was done. */
  end: number;
}

/** In ms; the longest day is over before. */
const DAY_MS = 1_000;

async function dayOfPeer(lab: Lab, times: readonly number[], machines: number): Promise<Day> {
  const begin = lab.now;
  const limit = pLimit(machines);
  const starts: number[] = [];
  const convert = async (ms: number, i: number): Promise<void> => {
    starts[i] = lab.now - begin;
    await lab.at(lab.now + ms);
  };
  await Promise.all(times.map((ms, i) => limit(() => convert(ms, i))));
  return { starts, end: lab.now - begin };
}

/** The trace then shows this day alone, from its beginning. */
async function yourDay(
  lab: Lab,
  times: readonly number[],
  call: (pictures: string[], convert: (picture: string) => Promise<string>) => unknown,
): Promise<Day> {
  const { spans } = lab.trace;
  spans.length = 0;
  const begin = lab.now;
  const { pictures, convert } = photoLab(lab, times);
  lab.track((async () => call(pictures, convert))());
  await lab.at(begin + DAY_MS);
  const ofToday = spans.map((span) => ({
    ...span,
    start: span.start - begin,
    end: (span.end ?? lab.now) - begin,
  }));
  spans.splice(0, Infinity, ...ofToday);
  const starts = pictures.map(
    (picture) => ofToday.find(({ name }) => name === `convert ${picture}`)?.start,
  );
  return { starts, end: Math.max(0, ...ofToday.map(({ end }) => end)) };
}

function claimSame(times: readonly number[], yours: Day, theirs: Day, where: string): void {
  const i = times.findIndex((_, n) => yours.starts[n] !== theirs.starts[n]);
  const picture = `"convert ${String.fromCharCode(97 + i)}"`;
  const [start, peer = 0] = [yours.starts[i], theirs.starts[i]];
  claim(i < 0 || start !== undefined, `Your code never began ${picture}. ${where}.`);
  claim(
    i < 0 || Number(start) < peer,
    `Your code began ${picture} at ${start} ms, p-limit at ${peer} ms: from then on a machine stood idle. ${where}.`,
  );
  claim(
    i < 0,
    `Your code began ${picture} at ${start} ms, p-limit at ${peer} ms: until then all machines were busy. ${where}.`,
  );
  const sentence = `Your code was done at ${yours.end} ms, p-limit at ${theirs.end} ms. ${where}.`;
  claim(yours.end === theirs.end, sentence);
}

test('on 200 random days it begins and ends every picture when p-limit does', {
  weight: 3,
}, async (t) => {
  const { lab } = t;
  await lab.run(async () => {
    for (let day = 1; day <= lab.cases; day++) {
      const machines = lab.random.int(1, 4);
      const times = Array.from({ length: lab.random.int(0, 9) }, () => lab.random.int(2, 200) / 2);
      const [theirs, yours] = await Promise.all([
        dayOfPeer(lab, times, machines),
        yourDay(lab, times, (pictures, convert) =>
          t.submission.convertAll(pictures, machines, convert),
        ),
      ]);
      const where = `Day ${day}, machines: ${machines}, times: [${times.join(', ')}] ms`;
      claimSame(times, yours, theirs, where);
    }
  });
});
