import { test } from '#course/test';
import { diskUsage, type Entry } from './tree-walk.ts';

const folder = (name: string): Entry => ({ name, kind: 'folder', size: 0 });
const file = (name: string, size: number): Entry => ({ name, kind: 'file', size });

const ARCHIVE: Record<string, Entry[]> = {
  photos: [folder('spain'), folder('norway'), file('index', 10)],
  'photos/spain': [file('beach', 300), folder('raw')],
  'photos/spain/raw': [file('beach', 4_000)],
  'photos/norway': [file('fjord', 200)],
};

test('the sizes of all files below the root are added up', async ({ lab, expect }) => {
  const list = lab.operation<[string], Entry[]>((path) => path, {
    takes: 20,
    returns: (path) => ARCHIVE[path] ?? [],
  });

  const total = await lab.run(() => diskUsage('photos', list, 2));

  expect(total).toFulfil(4_510);
  expect(lab.trace).toPeakAt(2, 'with two hands, two folders can be listed at once');
});

test('one hand is enough for a tree of any depth', async ({ lab, expect }) => {
  const list = lab.operation<[string], Entry[]>((path) => path, {
    takes: 20,
    returns: (path) => ARCHIVE[path] ?? [],
  });

  const total = await lab.run(() => diskUsage('photos', list, 1));

  expect(total).toFulfil(4_510);
});
