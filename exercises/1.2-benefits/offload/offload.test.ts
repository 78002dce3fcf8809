import { test } from '#course/test';
import { createTilePool } from './offload.ts';

test('two workers draw two tiles at a time, and the third begins when one is free', async ({
  lab,
  expect,
}) => {
  const drawOn = lab.operation<[number, string], string>((_, tile) => `draw ${tile}`, {
    takes: (_, tile) => (tile === 'city' ? 300 : 100),
    returns: (_, tile) => `picture of ${tile}`,
  });

  const pictures = await lab.run(() => {
    const draw = createTilePool(2, drawOn);
    return Promise.all([draw('city'), draw('sea'), draw('hill')]);
  });

  expect(pictures).toFulfil(['picture of city', 'picture of sea', 'picture of hill']);
  expect(lab.trace).toPeakAt(2, 'there are two workers');
  expect(lab.trace).toStartAt('draw hill', 100, 'the worker that drew the sea is free then');
});

test('a tile that waits and is not wanted any more is never drawn', async ({ lab, expect }) => {
  const drawOn = lab.operation<[number, string], string>((_, tile) => `draw ${tile}`, {
    takes: 100,
  });
  const page = lab.abortController();
  const left = new Error('left the page');

  const sea = await lab.run(async () => {
    const draw = createTilePool(1, drawOn);
    void draw('city');
    const sea = draw('sea', page.signal);
    await lab.abortAt(40, page, left);
    return sea;
  });

  expect(sea).toRejectWith(left, 'whoever waits for it learns that it will not come');
  expect(sea).toFinishAt(40, 'and learns it at once');
  expect(lab.trace).toStartAt('draw sea', [], 'nobody wants it any more');
});
