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
      one: { files: [b, 0, c], folders: { same: leaf(d), empty: leaf() } },
      two: { files: [], folders: { same: leaf(e, f) } },
    },
  };
  const total = await t.lab.run(() => t.submission.diskUsage('box', archive(t.lab, tree, 20), 3));
  t.expect(total).toFulfil(
    sizes.reduce((sum, size) => sum + size, 0),
    'every file below the root counts once; a sum that is read before an await and written after it loses what was added meanwhile',
  );
  const listed = t.lab.trace.operations().map(({ name }) => name);
  claim(listed.length === 6, `Your code made ${listed.length} listings of 6 folders.`);
});

test('as many listings are in flight as are allowed, in the whole walk', {
  weight: 2,
}, async (t) => {
  const limit = t.lab.random.int(3, 5);
  const list = archive(t.lab, bush(2, 3), 20);
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

  const fan: Folder = { files: [], folders: { only: bush(6, 1) } };
  const begun = t.lab.now;
  const wide = await t.lab.run(() => t.submission.diskUsage('box', archive(t.lab, fan, 10), 3));
  claim(
    wide.at <= begun + 40,
    `The walk took ${wide.at - begun} ms, expected 40 ms: at 20 ms one listing found six folders while all three hands were free, and three listings could begin at once.`,
  );

  const now = t.lab.now;
  const quick = archive(t.lab, chain(5), 0);
  const atOnce = await t.lab.run(() => t.submission.diskUsage('box', quick, 1));
  claim(
    atOnce.at === now,
    `The archive answered at once, and the walk took ${atOnce.at - now} ms: start the next listing when the one before has ended, without waiting for a timer.`,
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
  const takes = (path: string): number => (path === 'box/b' ? 15 : 20);
  const whatever = archive(t.lab, bush(4, 2), takes);
  const failing: [reason: string, advice: string, list: Solution.List][] = [
    [
      'an error',
      'take note of the failure before the next in the queue has its turn',
      archive(t.lab, bush(4, 2), takes, { fails: { 'box/b': new Error('permission denied') } }),
    ],
    [
      'undefined',
      'a promise can reject with anything, so do not ask whether the reason is truthy',
      async (path) => {
        const entries = await whatever(path);
        if (path === 'box/b') throw undefined;
        return entries;
      },
    ],
  ];
  for (const [reason, advice, list] of failing) {
    t.lab.trace.spans.length = 0;
    t.lab.trace.marks.length = 0;
    const failedAt = t.lab.now + 35;
    const walk = await t.lab.run(() => t.submission.diskUsage('box', list, 3));
    claim(walk.status === 'rejected', `"box/b" failed with ${reason}, and the walk did not.`);
    // Nothing else happens at the moment of the failure.
    const late = t.lab.trace.operations().find(({ start }) => start >= failedAt);
    claim(
      late === undefined,
      `"box/b" failed with ${reason} at ${failedAt} ms, and "${late?.name}" was listed at ${late?.start} ms all the same: the ` +
        `result is decided, so spare the archive; ${advice}.`,
    );
  }
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

  const [left, right] = [archive(t.lab, bush(2, 2), 20), archive(t.lab, chain(3), 20)];
  const totals = await t.lab.run(() =>
    Promise.all([t.submission.diskUsage('box', left, 2), t.submission.diskUsage('box', right, 2)]),
  );
  t.expect(totals).toFulfil([7, 4], 'two walks at the same time share neither folders nor sums');
});

test('the path of a folder is the path of its parent, a slash, and its name', async (t) => {
  for (const root of ['/srv/photos', '//archive/photos']) {
    const list = archive(t.lab, bush(2, 2), 20, { root });
    const total = await t.lab.run(() => t.submission.diskUsage(root, list, 2));
    t.expect(total).toFulfil(7, `one byte in each of 7 folders below "${root}"`);
  }
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
