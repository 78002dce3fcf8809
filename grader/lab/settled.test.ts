import { describe, expect, test } from 'vitest';
import { expect as labExpect } from './matchers.ts';
import { failureOf, reportingRejections, testLab } from './test-world.ts';

const boom = new RangeError('boom');

/** What a lab sees of a promise that is settled by `settle` at 30 ms, or never. */
async function settledBy(settle: () => unknown) {
  const { lab } = testLab();
  return lab.run(() => lab.at(30).then(settle), { mayHang: true });
}
const fulfilled = () => settledBy(() => ({ text: 'a' }));
const rejected = () => settledBy(() => Promise.reject(boom));
const pending = () => settledBy(() => new Promise(() => {}));

test('Tracked takes a copy of the value and keeps the original apart', async () => {
  const original = { list: [1] };
  const settled = await settledBy(() => original);
  original.list.push(2);
  expect(settled).toMatchObject({ status: 'fulfilled', at: 30, value: { list: [1] } });
  expect(settled.untrusted).toBe(original);
  expect(settled.error).toBeUndefined();
});

test('Tracked takes the error as text', async () => {
  const settled = await rejected();
  expect(settled).toMatchObject({
    status: 'rejected',
    value: undefined,
    error: { name: 'RangeError', message: 'boom' },
  });
  expect(settled.untrusted).toBe(boom);
});

test('Tracked rejects when the value cannot be copied', async () => {
  const hostile = {
    get text(): string {
      throw new Error('hands off');
    },
  };
  expect(await settledBy(() => hostile)).toMatchObject({
    status: 'rejected',
    value: undefined,
    error: { name: 'NotPlain', message: 'a value that throws when it is read' },
  });
});

test('Tracked tells the present time while it is pending', async () => {
  const { lab } = testLab();
  const tracked = lab.track(new Promise(() => {}));
  await lab.run(() => lab.at(45));
  expect([tracked.status, tracked.at, tracked.value]).toEqual(['pending', 45, undefined]);
});

test('follow() handles a thenable that throws or never calls back', async () => {
  const { lab, world } = testLab();
  await reportingRejections(world, async () => {
    const thenable = {
      // biome-ignore lint/suspicious/noThenProperty: a thenable is what is tested
      then: () => {
        throw boom;
      },
    };
    const throwing = lab.track(thenable);
    await lab.run(() => throwing.done);
    expect([throwing.status, throwing.untrusted]).toEqual(['rejected', boom]);
    // biome-ignore lint/suspicious/noThenProperty: a thenable is what is tested
    expect(lab.track({ then: () => {} }).status).toBe('pending');
    expect(lab.unhandled).toEqual([]);
  });
});

describe('matchers pass', () => {
  test('toFulfil(), toFinishAt()', async () => {
    const settled = await fulfilled();
    labExpect(settled).toFulfil({ text: 'a' });
    labExpect(settled).toFinishAt(30);
    labExpect(await rejected()).toFinishAt(30);
  });

  test('toRejectWith(), whatever the reason is', async () => {
    labExpect(await rejected()).toRejectWith(boom);
    for (const reason of [undefined, null, 0, '', Symbol('s')]) {
      labExpect(await settledBy(() => Promise.reject(reason))).toRejectWith(reason);
    }
  });
});

type Case = [
  make: typeof pending,
  run: (s: Awaited<ReturnType<typeof pending>>) => void,
  string,
  string,
];

const failures: Record<string, Case> = {
  'toFinishAt() late': [
    fulfilled,
    (settled) => labExpect(settled).toFinishAt(20, 'start earlier'),
    'toFinishAt:late',
    'It was over at 30 ms, expected at 20 ms: start earlier.',
  ],
  'toFinishAt() early': [
    fulfilled,
    (settled) => labExpect(settled).toFinishAt(40),
    'toFinishAt:early',
    'It was over at 30 ms, expected at 40 ms.',
  ],
  'toFinishAt() pending': [
    pending,
    (settled) => labExpect(settled).toFinishAt(30),
    'pending',
    'Your promise is still pending.',
  ],
  'toFulfil() with another value': [
    fulfilled,
    (settled) => labExpect(settled).toFulfil({ text: 'b' }, 'take the first'),
    'toFulfil:value',
    "Your promise resolved with { text: 'a' }, expected { text: 'b' }: take the first.",
  ],
  'toFulfil() rejected': [
    rejected,
    (settled) => labExpect(settled).toFulfil(1),
    'toFulfil:rejected',
    'Your promise rejected at 30 ms with "RangeError: boom", expected 1.',
  ],
  'toFulfil() pending': [
    pending,
    (settled) => labExpect(settled).toFulfil(1),
    'pending',
    'Your promise is still pending at 30 ms.',
  ],
  'toRejectWith() another error, however like it': [
    rejected,
    (settled) => labExpect(settled).toRejectWith(new RangeError('boom'), 'hand it on'),
    'toRejectWith:rejected',
    'Your promise rejected with "RangeError: boom", expected it to reject with "RangeError: boom", the very error: ' +
      'hand it on.',
  ],
  'toRejectWith() a reason that is no error': [
    rejected,
    (settled) => labExpect(settled).toRejectWith(null),
    'toRejectWith:rejected',
    'Your promise rejected with "RangeError: boom", expected it to reject with null itself.',
  ],
  'toRejectWith() fulfilled': [
    fulfilled,
    (settled) => labExpect(settled).toRejectWith('why'),
    'toRejectWith:fulfilled',
    "Your promise resolved with { text: 'a' }, expected it to reject with 'why' itself.",
  ],
  'toRejectWith() fulfilled with that very value': [
    () => settledBy(() => boom),
    (settled) => labExpect(settled).toRejectWith(boom),
    'toRejectWith:fulfilled',
    "Your promise resolved with { name: 'RangeError', message: 'boom' }, expected it to reject with " +
      '"RangeError: boom", the very error.',
  ],
  'toRejectWith() pending': [
    pending,
    (settled) => labExpect(settled).toRejectWith(undefined),
    'toRejectWith:pending',
    'Your promise is still pending at 30 ms, expected it to reject with undefined itself.',
  ],
};

test.for(Object.entries(failures))('%s fails', async ([, [make, run, kind, sentence]]) => {
  const settled = await make();
  expect(await failureOf(() => run(settled))).toEqual({ kind, sentence });
});
