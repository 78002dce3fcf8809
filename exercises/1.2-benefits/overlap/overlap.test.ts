import { test } from '#course/test';
import { downloadAll } from './overlap.ts';

test('three downloads of 100 ms are over after 100 ms, not after 300', async ({ lab, expect }) => {
  const download = lab.operation<[string], string>((url) => `GET ${url}`, {
    takes: 100,
    returns: (url) => `text of ${url}`,
  });

  const result = await lab.run(() => downloadAll(['/a', '/b', '/c'], download));

  expect(result).toFulfil(['text of /a', 'text of /b', 'text of /c']);
  expect(result).toFinishAt(100, 'the downloads do not depend on each other, so they can overlap');
});

test('the texts come in the order of the urls, whichever download is faster', async ({
  lab,
  expect,
}) => {
  const ms: Record<string, number> = { '/slow': 300, '/fast': 50 };
  const download = lab.operation<[string], string>((url) => `GET ${url}`, {
    takes: (url) => ms[url] ?? 0,
    returns: (url) => `text of ${url}`,
  });

  const result = await lab.run(() => downloadAll(['/slow', '/fast'], download));

  expect(result).toFulfil(['text of /slow', 'text of /fast']);
});
