import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.2-benefits/overlap/overlap.ts';
import type { Lab } from '../../../lab/lab.ts';

const test = checksFor<typeof Solution>('overlap');

/**
 * Urls and the operation that serves them. The first is the slowest and the last the fastest, so that the order of
 * completion is the reverse of the order of the urls.
 */
function serve(lab: Lab, count: number, failing: Record<string, Error> = {}) {
  const times = Array.from({ length: count }, (_, i) => (count - i) * 50 + lab.random.int(0, 20));
  const urls = times.map((_, i) => `/${String.fromCharCode(97 + i)}`);
  const ms = (url: string): number => times[urls.indexOf(url)] as number;
  const download = lab.operation<[string], string>((url) => `GET ${url}`, {
    takes: ms,
    returns: (url) => `text of ${url}`,
    fails: (url) => failing[url],
  });
  return { urls, ms, download, texts: urls.map((url) => `text of ${url}`) };
}

test('every download starts before the first one ends', { weight: 2 }, async (t) => {
  const { urls, download } = serve(t.lab, t.lab.random.int(21, 26));
  await t.lab.run(() => t.submission.downloadAll(urls, download));
  t.expect(t.lab.trace).toPeakAt(
    urls.length,
    'start every download before you wait for the first; a call to download() starts it',
  );
});

test('all is over when the slowest download is', async (t) => {
  const { urls, ms, download } = serve(t.lab, t.lab.random.int(9, 12));
  const result = await t.lab.run(() => t.submission.downloadAll(urls, download));
  t.expect(result).toFinishAt(
    Math.max(...urls.map(ms)),
    'wait for all of them, but do not let them wait for each other: together they take as long as the slowest',
  );
});

test('the texts come in the order of the urls, whatever finishes first', async (t) => {
  await t.lab.explore(async (lab) => {
    const { urls, download, texts } = serve(lab, 3);
    const result = await lab.run(() => t.submission.downloadAll(urls, download));
    t.expect(result).toFulfil(texts, 'a text belongs at the position of its url');
  });
});

test('a failing download makes the whole fail at that moment, with that error', async (t) => {
  const failing = t.lab.random.pick(['/b', '/c', '/d']);
  const error = new Error(`503 for ${failing}`);
  const { urls, ms, download } = serve(t.lab, 4, { [failing]: error });
  const result = await t.lab.run(() => t.submission.downloadAll(urls, download));
  t.expect(result).toRejectWith(error, 'the caller must learn of the failure');
  t.expect(result).toFinishAt(ms(failing), 'there is nothing to wait for after a failure');
});

test('a failure without a reason is a failure', async (t) => {
  // Two of them, because whoever always rejects with the same value has not passed anything on.
  const reasons = [undefined, null, 0, ''];
  const first = t.lab.random.int(0, 3);
  for (const reason of [reasons[first], reasons[(first + 1) % 4]]) {
    const { urls, download } = serve(t.lab, 3);
    const hangUp = async (url: string): Promise<string> => {
      const text = await download(url);
      if (url === '/c') throw reason;
      return text;
    };
    const result = await t.lab.run(() => t.submission.downloadAll(urls, hangUp));
    t.expect(result).toRejectWith(
      reason,
      'a download may reject with any value, and the caller gets that very value',
    );
  }
});

test('when two downloads fail, the first failure is reported and the second is handled', async (t) => {
  const [early, late] = [new Error('503 for /c'), new Error('503 for /b')];
  const { urls, download } = serve(t.lab, 4, { '/c': early, '/b': late });
  const result = await t.lab.run(() => t.submission.downloadAll(urls, download));
  t.expect(result).toRejectWith(early, 'the failure that happens first decides');
});

test('no urls: an empty list and no download', async (t) => {
  const { download } = serve(t.lab, 1);
  const result = await t.lab.run(() => t.submission.downloadAll([], download));
  t.expect(result).toFulfil([], 'nothing to download is no error');
  claim(t.lab.trace.spans.length === 0, 'Your code downloaded something though the list is empty.');
});

test('every entry is downloaded once, also when a url stands twice in the list', async (t) => {
  const serve = t.lab.operation<[string, number], string>((url) => `GET ${url}`, {
    takes: (url) => (url === '/a' ? 20 : 50),
    returns: (url, place) => `text ${place} of ${url}`,
  });
  let downloads = 0;
  const download = (url: string): Promise<string> => {
    downloads += 1;
    return serve(url, downloads);
  };
  const result = await t.lab.run(() => t.submission.downloadAll(['/a', '/b', '/a'], download));
  t.expect(result).toFulfil(
    ['text 1 of /a', 'text 2 of /b', 'text 3 of /a'],
    'each entry of the list has a download, and a text, of its own',
  );
  claim(
    downloads === 3,
    `Three entries led to ${downloads} downloads; every entry needs one of its own.`,
  );
});

test('an empty text is a text', async (t) => {
  const download = t.lab.operation<[string], string>((url) => `GET ${url}`, {
    takes: (url) => (url === '/a' ? 50 : 20),
    returns: (url) => (url === '/b' ? '' : 'news'),
  });
  const result = await t.lab.run(() => t.submission.downloadAll(['/a', '/b', '/c'], download));
  t.expect(result).toFulfil(['news', '', 'news'], 'the file of the second url is empty');
});

test('two calls at the same time do not mix their texts', async (t) => {
  const { urls, download } = serve(t.lab, 4);
  const [slowest, slow, quick, quickest] = urls as [string, string, string, string];
  const both = await t.lab.run(() =>
    Promise.all([
      t.submission.downloadAll([slow, quickest], download),
      t.submission.downloadAll([quick, slowest], download),
    ]),
  );
  const texts = [
    [slow, quickest],
    [quick, slowest],
  ].map((list) => list.map((url) => `text of ${url}`));
  t.expect(both).toFulfil(texts, 'each call needs a list of its own');
});
