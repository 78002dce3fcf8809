import { checksFor, claim } from '#check';
import type * as Solution from '../../../../solutions/1.3-applications/tree-walk/tree-walk.ts';
import type { Lab } from '../../../lab/lab.ts';

const test = checksFor<typeof Solution>('tree-walk');

/** A folder: its files' sizes, and its folders by name. */
interface Folder {
  files: number[];
  folders: Record<string, Folder>;
}

const leaf = (...files: number[]): Folder => ({ files, folders: {} });

function find(tree: Folder, root: string, path: string): Folder | undefined {
  if (path !== root && !path.startsWith(`${root}/`)) return undefined;
  const names = path.slice(root.length).split('/').slice(1);
  return names.reduce<Folder | undefined>((folder, name) => folder?.folders[name], tree);
}

/** The operation that lists the folders of a tree. */
function archive(
  lab: Lab,
  tree: Folder,
  takes: number | ((path: string) => number),
  { fails = {}, root = 'box' }: { fails?: Record<string, Error>; root?: string } = {},
) {
  return lab.operation<[string], Solution.Entry[]>((path) => path, {
    takes: typeof takes === 'number' ? takes : (path) => takes(path),
    fails: (path) => fails[path],
    returns: (path) => {
      const folder = find(tree, root, path);
      claim(folder !== undefined, `Your code listed "${path}", and there is no such folder.`);
      return [
        ...folder.files.map((size, i) => ({ name: `f${i}`, kind: 'file' as const, size })),
        ...Object.keys(folder.folders).map((name) => ({ name, kind: 'folder' as const, size: 0 })),
      ];
    },
  });
}

/** A chain of folders, one in the other, with a file of one byte in each. */
function chain(depth: number): Folder {
  return depth === 0 ? leaf(1) : { files: [1], folders: { deeper: chain(depth - 1) } };
}

/** Every folder has `width` folders, `depth` levels of them. */
function bush(width: number, depth: number): Folder {
  const names = Array.from({ length: depth === 0 ? 0 : width }, (_, i) => 'abcdef'[i] as string);
  return {
    files: [1],
    folders: Object.fromEntries(names.map((name) => [name, bush(width, depth - 1)])),
  };
}

test('the sizes of all files are added up, each of them once', { weight: 2 }, async (t) => {
  const sizes = Array.from({ length: 6 }, () => t.lab.random.int(1, 900));
  const [a, b, c, d, e, f] = sizes as [number, number, number, number, number, number];
  const tree: Folder = {
    files: [a],
    folders: {
      one: { files: [b, c], folders: { same: leaf(d), empty: leaf() } },
      two: { files: [], folders: { same: leaf(e, f) } },
    },
  };
  const total = await t.lab.run(() => t.submission.diskUsage('box', archive(t.lab, tree, 20), 3));
  t.expect(total).toFulfil(
    sizes.reduce((sum, size) => sum + size, 0),
    'count every file below the root',
  );
  const listed = t.lab.trace.operations().map(({ name }) => name);
  claim(listed.length === 6, `Your code made ${listed.length} listings of 6 folders.`);
});

test('as many listings are in flight as are allowed, in the whole walk', {
  weight: 2,
}, async (t) => {
  const limit = t.lab.random.int(3, 5);
  const list = archive(t.lab, bush(3, 3), 20);
  await t.lab.run(() => t.submission.diskUsage('box', list, limit));
  t.expect(t.lab.trace).toPeakAt(
    limit,
    'the limit is for the whole walk, and a hand that finds no folder for the moment must wait for one, not go home',
  );
});

test('in one wide folder, too, only so many listings are in flight', async (t) => {
  const list = archive(t.lab, bush(6, 1), 20);
  await t.lab.run(() => t.submission.diskUsage('box', list, 3));
  t.expect(t.lab.trace).toPeakAt(3, 'the limit counts for the folders of one folder as well');
});

test('a tree that is deeper than there are hands comes to an end', { weight: 2 }, async (t) => {
  const hands = t.lab.random.int(1, 2);
  const list = archive(t.lab, chain(12), 10);
  const total = await t.lab.run(() => t.submission.diskUsage('box', list, hands));
  t.expect(total).toFulfil(13, 'one byte in each of 13 folders');
});

test('no hand is idle while a known folder waits', { weight: 2 }, async (t) => {
  const slow = t.lab.random.int(100, 150);
  const tree: Folder = {
    files: [],
    folders: { slow: leaf(1), quick: { files: [], folders: { x: leaf(1), y: leaf(1) } } },
  };
  const list = archive(t.lab, tree, (path) => (path.endsWith('slow') ? slow : 10));
  const total = await t.lab.run(() => t.submission.diskUsage('box', list, 2));
  t.expect(total).toFinishAt(
    10 + slow,
    'while one folder takes its time, the folders of its neighbour can be listed',
  );
});

test('the first failure ends the walk at that moment, with that error', async (t) => {
  const error = new Error('permission denied');
  const list = archive(t.lab, bush(3, 2), (path) => (path === 'box/b' ? 15 : 20), {
    fails: { 'box/b': error },
  });
  const total = await t.lab.run(() => t.submission.diskUsage('box', list, 3));
  t.expect(total).toRejectWith(error, 'a sum with a hole in it is worth nothing');
  t.expect(total).toFinishAt(35, 'there is nothing to wait for');
});

test('after a failure no listing starts', { weight: 2 }, async (t) => {
  const list = archive(t.lab, bush(4, 2), (path) => (path === 'box/b' ? 15 : 20), {
    fails: { 'box/b': new Error('permission denied') },
  });
  await t.lab.run(() => t.submission.diskUsage('box', list, 3));
  t.expect(t.lab.trace).toStartNothingAfter(35, 'the result is decided, so spare the archive');
});

test('a second failure disturbs nobody', async (t) => {
  const first = new Error('permission denied');
  const list = archive(t.lab, bush(3, 1), (path) => (path === 'box/b' ? 15 : 20), {
    fails: {
      'box/b': first,
      'box/a': new Error('disk error'),
      'box/c': new Error('disk error'),
    },
  });
  const total = await t.lab.run(() => t.submission.diskUsage('box', list, 3));
  t.expect(total).toRejectWith(first, 'the failure that happens first decides');
});

test('a failure is not lost when another listing ends at the same moment', async (t) => {
  const denied = new Error('permission denied');
  const power = t.lab.operation('the archive is back', { takes: 50 });
  let on: Promise<void> | undefined;
  const list = async (path: string): Promise<Solution.Entry[]> => {
    if (path === 'box') return ['a', 'b', 'c'].map((name) => ({ name, kind: 'folder', size: 0 }));
    on ??= power();
    await on;
    if (path === 'box/b') throw denied;
    return [];
  };
  const total = await t.lab.run(() => t.submission.diskUsage('box', list, 2));
  t.expect(total).toRejectWith(
    denied,
    'two listings ended in the same turn, and whoever only waits for one of them must still look at the other',
  );
});

test('every walk has hands of its own, as many as it is allowed', async (t) => {
  const list = archive(t.lab, bush(4, 1), 20);
  await t.lab.run(() => t.submission.diskUsage('box', list, 1));
  await t.lab.run(() => t.submission.diskUsage('box', list, 3));
  t.expect(t.lab.trace).toPeakAt(3, 'the second walk was allowed three, whatever the first was');
});

test('the path of a folder is the path of its parent, a slash, and its name', async (t) => {
  const root = t.lab.random.pick(['/srv/photos', '//archive/photos']);
  const list = archive(t.lab, bush(2, 2), 20, { root });
  const total = await t.lab.run(() => t.submission.diskUsage(root, list, 2));
  t.expect(total).toFulfil(7, `one byte in each of 7 folders below "${root}"`);
});

test('an empty root, and one hand', async (t) => {
  const list = archive(t.lab, leaf(), 20);
  const total = await t.lab.run(() => t.submission.diskUsage('box', list, 1));
  t.expect(total).toFulfil(0, 'nothing takes no space');
});

test('whatever ends first, the sum is right and the limit is kept', async (t) => {
  await t.lab.explore(async (lab) => {
    const list = archive(lab, bush(2, 2), 20);
    const total = await lab.run(() => t.submission.diskUsage('box', list, 2));
    t.expect(total).toFulfil(7, 'one byte in each of 7 folders; beware of sums across an await');
    claim(
      lab.trace.peak <= 2,
      `At one moment ${lab.trace.peak} listings were in flight, 2 may be.`,
    );
  });
});
