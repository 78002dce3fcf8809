import { test } from '#course/test';
import { frames } from './framing.ts';

/** Lets chunks arrive one after the other, and collects the frames as text. */
async function textsOf(...chunks: number[][]): Promise<string[]> {
  async function* arriving() {
    for (const chunk of chunks) yield Uint8Array.from(chunk);
  }
  const texts: string[] = [];
  for await (const frame of frames(arriving())) texts.push(new TextDecoder().decode(frame));
  return texts;
}

const [t, e, a] = [116, 101, 97];

test('a frame can arrive in pieces', async ({ lab, expect }) => {
  const texts = await lab.run(() => textsOf([0, 3, t], [e, a]));
  expect(texts).toFulfil(['tea']);
});

test('a chunk can hold several frames', async ({ lab, expect }) => {
  const texts = await lab.run(() => textsOf([0, 3, t, e, a, 0, 1, t]));
  expect(texts).toFulfil(['tea', 't']);
});
