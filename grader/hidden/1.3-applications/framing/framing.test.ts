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
function cut(bytes: readonly number[], places: readonly number[]): Uint8Array[] {
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
}

/** Lets a chunk arrive every 10 ms, then ends or fails. */
function stream(lab: Lab, chunks: readonly Uint8Array[], failure?: Error): Stream {
  const arrive = lab.operation<[string]>((name) => name, { takes: 10 });
  let closed = 0;
  async function* generate(): AsyncGenerator<Uint8Array> {
    try {
      for (const [i, chunk] of chunks.entries()) {
        await arrive(`chunk ${i + 1}`);
        yield chunk;
      }
      if (failure) throw failure;
    } finally {
      closed += 1;
    }
  }
  return { chunks: generate(), closed: () => closed };
}

/** A frame as text; it must really be bytes. */
function textOf(frame: unknown): string {
  claim(frame instanceof Uint8Array, 'Your generator yielded something that is no Uint8Array.');
  return String.fromCharCode(...Array.prototype.slice.call(frame));
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

test('however the bytes are cut into chunks, the frames are the same', { weight: 3 }, async (t) => {
  const { random } = t.lab;
  for (let i = 0; i < 60; i++) {
    const texts = Array.from({ length: random.int(2, 5) }, () =>
      randomText(random, random.int(1, 12)),
    );
    const bytes = framed(...texts);
    const places = randomPlaces(random, bytes.length);
    const read = await readAll(t.lab, t.submission.frames, stream(t.lab, cut(bytes, places)));
    const lengths = cut(bytes, places).map(({ length }) => length);
    t.expect(read.texts).toEqual(
      texts,
      `the same frames must come out when the bytes arrive in chunks of [${lengths}]`,
    );
  }
});

test('even the two bytes of a length can arrive apart', async (t) => {
  const bytes = framed('tea', 'rice');
  const oneByOne = bytes.slice(1).map((_, i) => i + 1);
  const { texts } = await readAll(t.lab, t.submission.frames, stream(t.lab, cut(bytes, oneByOne)));
  t.expect(texts).toEqual(['tea', 'rice'], 'every chunk was a single byte');
});

test('a chunk can hold several frames', { weight: 2 }, async (t) => {
  const texts = ['tea', 'soup', 'rice'].map((text) => text + randomText(t.lab.random, 2));
  const { texts: read } = await readAll(
    t.lab,
    t.submission.frames,
    stream(t.lab, cut(framed(...texts), [])),
  );
  t.expect(read).toEqual(texts, 'all three frames arrived in one chunk');
});

test('a frame is handed on when its last byte is there', { weight: 2 }, async (t) => {
  const bytes = framed('tea', 'soup');
  const { times } = await readAll(t.lab, t.submission.frames, stream(t.lab, cut(bytes, [3, 5, 8])));
  t.expect(times).toEqual([20, 40], 'the last bytes of the two frames arrived at 20 and 40 ms');
});

test('an empty frame is a frame like any other', async (t) => {
  const { texts } = await readAll(
    t.lab,
    t.submission.frames,
    stream(t.lab, cut(framed('tea', '', 'soup'), [6])),
  );
  t.expect(texts).toEqual(['tea', '', 'soup'], 'an empty order was sent between the two others');
});

test('a frame of more than 255 bytes is one frame', async (t) => {
  const long = randomText(t.lab.random, 700);
  const bytes = framed(long, 'soup');
  const { texts } = await readAll(t.lab, t.submission.frames, stream(t.lab, cut(bytes, [300])));
  const lengths = texts.map((text) => text.length);
  t.expect(lengths).toEqual([700, 4], 'these are the lengths of the two frames that were sent');
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
      `The stream broke off ${missing} bytes before the end of the second frame, and your generator ended as if all were well. Throw an error, or half an order is lost in silence.`,
    );
    t.expect(read.texts).toEqual(['tea'], 'the frame before it was complete');
  }
});

test('a stream that ends after a frame, or without any, ends well', async (t) => {
  for (const texts of [['tea'], []]) {
    const read = await readAll(
      t.lab,
      t.submission.frames,
      stream(t.lab, cut(framed(...texts), [])),
    );
    claim(
      read.result.status === 'fulfilled',
      `The stream ended after ${texts.length} complete frames, and your generator threw "${read.result.error?.message}".`,
    );
    t.expect(read.texts).toEqual(texts, 'these frames were complete');
  }
});

test('what reading throws is passed on', async (t) => {
  const error = new Error('connection reset');
  const source = stream(t.lab, cut(framed('tea'), []), error);
  const { result } = await readAll(t.lab, t.submission.frames, source);
  t.expect(result).toRejectWith(error, 'the reader must learn that the connection broke');
});

test('a reader that leaves early closes the stream', async (t) => {
  const source = stream(t.lab, cut(framed('tea', 'soup', 'rice'), [5, 11]));
  await t.lab.run(async () => {
    for await (const _ of t.submission.frames(source.chunks)) break;
  });
  claim(
    source.closed() === 1,
    'The reader left after the first frame, and the stream of chunks was never closed: its socket stays open. A `for await` over the chunks closes them; a loop that calls next() by hand must call return() itself.',
  );
});

test('a frame stays what it was when the memory of the chunk is used again', async (t) => {
  const [first, second] = [framed('tea'), framed('cup')];
  const memory = new Uint8Array(5);
  const arrive = t.lab.operation<[string]>((name) => name, { takes: 10 });
  async function* reusing(): AsyncGenerator<Uint8Array> {
    for (const bytes of [first, second]) {
      await arrive('chunk');
      memory.set(bytes);
      yield memory;
    }
  }
  const kept: unknown[] = [];
  await t.lab.run(async () => {
    for await (const frame of t.submission.frames(reusing())) kept.push(frame);
  });
  t.expect(kept.map(textOf)).toEqual(
    ['tea', 'cup'],
    'a frame must have bytes of its own; slice() copies, subarray() looks into the memory of the chunk',
  );
});
