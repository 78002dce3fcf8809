import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.3-applications/framing/framing.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { Random } from '../../../lab/random.ts';

const test = checksFor<typeof Solution>('framing');

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function randomText(random: Random, length: number): string {
  return Array.from({ length }, () => LETTERS[random.int(0, 25)]).join('');
}

/** The bytes of texts, each as a frame. */
function framed(...texts: string[]): number[] {
  return texts.flatMap((text) => [
    Math.floor(text.length / 256),
    text.length % 256,
    ...[...text].map((letter) => letter.charCodeAt(0)),
  ]);
}

/** Cuts bytes at some places. */
function cut(bytes: readonly number[] | Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...places, bytes.length];
  return ends.map((end, i) => Uint8Array.from(bytes.slice(i === 0 ? 0 : ends[i - 1], end)));
}

function randomPlaces(random: Random, length: number): number[] {
  const count = random.int(0, Math.min(12, length - 1));
  const places = Array.from({ length: count }, () => random.int(1, length - 1));
  return [...new Set(places)].sort((a, b) => a - b);
}

/** What became of a stream of chunks. */
interface Stream {
  chunks: AsyncGenerator<Uint8Array>;
  /** How often the stream was closed, by its end or by its reader. */
  closed: () => number;
  /** How many chunks were taken from it. */
  taken: () => number;
}

/** Lets a chunk arrive every 10 ms, then ends or fails. */
function stream(lab: Lab, chunks: readonly Uint8Array[], failure?: Error): Stream {
  const arrive = lab.operation<[string]>((name) => name, { takes: 10 });
  let closed = 0;
  let taken = 0;
  async function* generate(): AsyncGenerator<Uint8Array> {
    try {
      for (const [i, chunk] of chunks.entries()) {
        await arrive(`chunk ${i + 1}`);
        taken += 1;
        yield chunk;
      }
      if (failure) throw failure;
    } finally {
      closed += 1;
    }
  }
  return { chunks: generate(), closed: () => closed, taken: () => taken };
}

/** A frame as text; it must really be bytes. */
function textOf(frame: unknown): string {
  claim(frame instanceof Uint8Array, 'Your generator yielded something that is no Uint8Array.');
  return Buffer.from(new Uint8Array(frame)).toString('latin1');
}

type Frames = typeof Solution.frames;

/** Reads everything; keeps what came before an error. */
async function readAll(lab: Lab, frames: Frames, { chunks }: Stream) {
  const texts: string[] = [];
  const times: number[] = [];
  const begun = lab.now;
  const result = await lab.run(async () => {
    for await (const frame of frames(chunks)) {
      texts.push(textOf(frame));
      times.push(lab.now - begun);
    }
  });
  return { texts, times, result };
}

const list = (texts: readonly string[]): string =>
  `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;

function claimFrames(found: readonly string[], expected: readonly string[], why: string): void {
  claim(
    list(found) === list(expected),
    `Your generator yielded ${list(found)}, expected ${list(expected)}: ${why}.`,
  );
}

function claimTimes(found: readonly number[], expected: readonly number[], why: string): void {
  claim(
    found.join() === expected.join(),
    `Your generator handed the frames on at [${found.join(', ')}] ms, expected at [${expected.join(', ')}] ms: ${why}.`,
  );
}

test('however the bytes are cut into chunks, the frames are the same', { weight: 3 }, async (t) => {
  const { random, trace } = t.lab;
  for (let n = 1; n <= t.lab.cases / 4; n++) {
    trace.spans.length = 0;
    trace.marks.length = 0;
    const texts = Array.from({ length: random.int(2, 5) }, () =>
      randomText(random, random.int(1, 12)),
    );
    const bytes = framed(...texts);
    const places = randomPlaces(random, bytes.length);
    const read = await readAll(t.lab, t.submission.frames, stream(t.lab, cut(bytes, places)));
    const lengths = cut(bytes, places).map(({ length }) => length);
    claimFrames(
      read.texts,
      texts,
      `the bytes arrived in chunks of [${lengths}] bytes, and how they are cut says nothing; keep what is left of a chunk for the next one`,
    );
  }
});

test('even the two bytes of a length can arrive apart', async (t) => {
  const bytes = framed('tea', 'rice');
  const oneByOne = bytes.slice(1).map((_, i) => i + 1);
  const { texts } = await readAll(t.lab, t.submission.frames, stream(t.lab, cut(bytes, oneByOne)));
  claimFrames(
    texts,
    ['tea', 'rice'],
    'every chunk was a single byte, so the two bytes of a length came apart as well; wait until both are there',
  );
});

test('a chunk can hold several frames', { weight: 2 }, async (t) => {
  const texts = ['tea', 'soup', 'rice'].map((text) => text + randomText(t.lab.random, 2));
  const { texts: read } = await readAll(
    t.lab,
    t.submission.frames,
    stream(t.lab, cut(framed(...texts), [])),
  );
  claimFrames(
    read,
    texts,
    'all three frames arrived in one chunk; take frames off the front as long as there are complete ones',
  );
});

test('a frame is handed on when its last byte is there', { weight: 2 }, async (t) => {
  const bytes = framed('tea', 'soup', 'egg', 'rice');
  const chunks = cut(bytes, [3, 5, 8, 18, 20]);
  const { texts, times } = await readAll(t.lab, t.submission.frames, stream(t.lab, chunks));
  claimFrames(
    texts,
    ['tea', 'soup', 'egg', 'rice'],
    'these four frames were sent, and their ends were not those of the chunks',
  );
  const [, soup, egg, rice] = times as [number, number, number, number];
  claim(
    egg === soup || egg === rice,
    `The chunk at 40 ms completed two frames, "soup" and "egg"; your generator handed them on at ${soup} and ${egg} ms. Before you ask for another chunk, hand on all the frames that are complete.`,
  );
  claimTimes(
    times,
    [20, 40, 40, 60],
    'the last byte of each of the four frames arrived then; the reader can use a frame while the next one is on its way',
  );
});

test('an empty frame is a frame like any other', async (t) => {
  const { texts, times } = await readAll(
    t.lab,
    t.submission.frames,
    stream(t.lab, cut(framed('tea', '', 'soup'), [6, 7])),
  );
  claimFrames(
    texts,
    ['tea', '', 'soup'],
    'an empty order was sent between the two others: a length of 0 is a frame of two bytes',
  );
  claimTimes(
    times,
    [10, 20, 30],
    'an empty frame is complete with the second byte of its length, so do not wait for more',
  );
});

test('a frame of more than 255 bytes is one frame', async (t) => {
  const long = randomText(t.lab.random, 700);
  const bytes = framed(long, 'soup');
  const { texts } = await readAll(t.lab, t.submission.frames, stream(t.lab, cut(bytes, [300])));
  const lengths = texts.map((text) => text.length);
  claim(
    lengths.join() === '700,4',
    `Two frames of 700 and 4 bytes were sent, and your generator yielded frames of [${lengths.join(', ')}] bytes: a length is two bytes, and the first one counts 256 each.`,
  );

  const huge = new Uint8Array(33_008);
  huge.set([33_000 >> 8, 33_000 & 255]);
  huge.set(framed('soup'), 33_002);
  const read = await readAll(t.lab, t.submission.frames, stream(t.lab, cut(huge, [20_000])));
  const found = read.texts.map((text) => text.length);
  claim(
    found.join() === '33000,4',
    `Two frames of 33000 and 4 bytes were sent, and your generator yielded frames of [${found.join(', ')}] bytes: a frame can hold up to 65535, for a length has no sign.`,
  );
});

test('a stream that ends inside a frame is an error, after what was complete', {
  weight: 2,
}, async (t) => {
  const whole = framed('tea', 'soup');
  for (const missing of [1, 4, 5]) {
    const bytes = whole.slice(0, whole.length - missing);
    const read = await readAll(t.lab, t.submission.frames, stream(t.lab, cut(bytes, [2])));
    claim(
      read.result.status === 'rejected',
      `The stream broke off ${missing === 1 ? 'one byte' : `${missing} bytes`} before the end of the second frame, and your generator ended as if all were well. Throw an error, or half an order is lost in silence.`,
    );
    claim(
      read.result.untrusted instanceof Error,
      'The stream broke off inside a frame, and what your generator threw is no Error: it has no stack and no message. Write throw new Error(…).',
    );
    claimFrames(
      read.texts,
      ['tea'],
      'the frame before the broken one was complete, and the reader gets it before the error',
    );
  }
});

test('a stream that ends after a frame, or without any, ends well', async (t) => {
  for (const texts of [['tea'], [], ['tea', '']]) {
    const read = await readAll(
      t.lab,
      t.submission.frames,
      stream(t.lab, cut(framed(...texts), [])),
    );
    claim(
      read.result.status === 'fulfilled',
      `The stream ended where a frame ends, after ${list(texts)}, and your generator threw "${read.result.error?.message}": nothing is missing there, so end without an error.`,
    );
    claimFrames(read.texts, texts, 'these frames had arrived completely when the stream ended');
  }
});

test('what reading throws is passed on', async (t) => {
  const error = new Error('connection reset');
  for (const [bytes, where] of [
    [framed('tea'), 'after a frame'],
    [framed('tea', 'soup').slice(0, -2), 'inside a frame'],
  ] as const) {
    const source = stream(t.lab, cut(bytes, []), error);
    const { result } = await readAll(t.lab, t.submission.frames, source);
    t.expect(result).toRejectWith(
      error,
      `reading failed ${where}, and the reader must learn why: that the connection broke, not that the stream has ended`,
    );
  }
});

test('a reader that leaves early closes the stream', async (t) => {
  const bytes = framed(...Array.from({ length: 50 }, () => randomText(t.lab.random, 3)));
  // Every chunk ends inside a frame.
  const places = Array.from({ length: 49 }, (_, i) => 4 + 5 * i);
  const source = stream(t.lab, cut(bytes, places));
  const left = await t.lab.run(async () => {
    for await (const _ of t.submission.frames(source.chunks)) break;
  });
  claim(
    left.status === 'fulfilled',
    `The reader left after the first frame, and your generator threw "${left.error?.message}" at it: the stream has not ended, the reader only wants no more of it.`,
  );
  claim(
    source.closed() === 1,
    'The reader left after the first frame, and the stream of chunks was never closed: its socket stays open. A `for await` over the chunks closes them; a loop that calls next() by hand must call return() itself.',
  );
  claim(
    source.taken() <= 4,
    `The reader left after the first frame, and your code took ${source.taken()} chunks from the stream all the same: nobody reads any more. Ask for a chunk when a frame is asked for, neither in advance nor in a loop beside the generator.`,
  );
});

test('a chunk can be a part of a bigger memory, or empty', async (t) => {
  const bytes = framed('tea', 'soup', 'rice');
  const memory = Uint8Array.from([9, 9, 9, ...bytes, 9, 9, 9]);
  const places = [3, 7, 14, 3 + bytes.length];
  const views = places.slice(1).map((end, i) => memory.subarray(places[i], end));
  const read = await readAll(t.lab, t.submission.frames, stream(t.lab, views));
  claimFrames(
    read.texts,
    ['tea', 'soup', 'rice'],
    'the chunks were views into one memory: take the bytes of the chunk, not those of its buffer',
  );

  const [head, ...tail] = cut(bytes, [3, 11]) as [Uint8Array, Uint8Array, Uint8Array];
  const source = stream(t.lab, [head, new Uint8Array(0), ...tail]);
  const { texts } = await readAll(t.lab, t.submission.frames, source);
  claimFrames(
    texts,
    ['tea', 'soup', 'rice'],
    'the second chunk was empty, which says nothing: the stream ends when the loop over it ends',
  );
});

test('a frame stays what it was when the memory of the chunk is used again', async (t) => {
  const { submission, lab } = t;
  const arrive = lab.operation<[string]>((name) => name, { takes: 10 });
  /** Reads chunks of 5 bytes that all arrive in one memory, which is wiped as soon as the next one is asked for. */
  const readReused = async (...texts: string[]): Promise<{ first: string[]; last: string[] }> => {
    const bytes = framed(...texts);
    const memory = new Uint8Array(5);
    async function* reusing(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 5) {
        await arrive('chunk');
        memory.set(bytes.slice(at, at + 5));
        yield memory;
        memory.fill(0);
      }
    }
    const kept: unknown[] = [];
    const first: string[] = [];
    await lab.run(async () => {
      for await (const frame of submission.frames(reusing())) {
        first.push(textOf(frame));
        kept.push(frame);
      }
    });
    return { first, last: kept.map(textOf) };
  };
  const { first, last } = await readReused('tea', 'cup');
  claimFrames(
    first,
    ['tea', 'cup'],
    'each frame came in a chunk of its own, whose memory was wiped when the next chunk was asked for: take what you need before you ask',
  );
  claimFrames(
    last,
    ['tea', 'cup'],
    'these frames were right at first and changed later; a frame must have bytes of its own: slice() copies, subarray() looks into the memory of the chunk',
  );
  claimFrames(
    (await readReused('tea', 'sandwich')).first,
    ['tea', 'sandwich'],
    'the second chunk held the first half of "sandwich", and the third came in the same memory: copy what you keep for later',
  );
});
