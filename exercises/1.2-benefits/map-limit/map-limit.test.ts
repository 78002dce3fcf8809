import { test } from '#course/test';
import { convertAll } from './map-limit.ts';

const ms: Record<string, number> = { portrait: 300, cat: 100, beach: 100, cake: 100 };

test('a machine that becomes free takes the next picture at once', async ({ lab, expect }) => {
  const convert = lab.operation<[string], string>((picture) => picture, {
    takes: (picture) => ms[picture] ?? 0,
    returns: (picture) => `print of ${picture}`,
  });

  const result = await lab.run(() => convertAll(Object.keys(ms), 2, convert));

  expect(lab.trace).toPeakAt(2, 'there are two machines');
  expect(lab.trace).toStartAt('beach', 100, 'the machine that had the cat is free from then on');
  expect(result).toFinishAt(300, 'while one machine has the portrait, the other does the rest');
});

test('the prints come in the order of the pictures', async ({ lab, expect }) => {
  const convert = lab.operation<[string], string>((picture) => picture, {
    takes: (picture) => ms[picture] ?? 0,
    returns: (picture) => `print of ${picture}`,
  });

  const result = await lab.run(() => convertAll(['portrait', 'cat', 'cake'], 2, convert));

  expect(result).toFulfil(['print of portrait', 'print of cat', 'print of cake']);
});
