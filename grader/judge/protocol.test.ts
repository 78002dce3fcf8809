import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GuestMessage, parseMessage } from './protocol.ts';

const NONCE = '0123456789abcdef'.repeat(2);
const line = (message: unknown): string => JSON.stringify(message);
const read = (message: object) => parseMessage(line({ nonce: NONCE, ...message }), NONCE);

const text = fc.string();
const honest = fc.oneof<fc.Arbitrary<GuestMessage>[]>(
  fc.constantFrom({ type: 'beat' }, { type: 'end' }),
  fc.record({ type: fc.constant('start' as const), slug: text, check: text }),
  fc.record({ type: fc.constant('stuck' as const), line: fc.integer(), column: fc.integer() }),
  fc.record({
    type: fc.constant('result' as const),
    slug: text,
    check: text,
    result: fc.record(
      {
        status: fc.constantFrom('passed', 'failed', 'not-started', 'internal'),
        message: text,
        kind: text,
        timeline: text,
        replay: text,
      },
      { requiredKeys: ['status'] },
    ),
  }),
);

test('parseMessage() reads every message that a guest sends', () => {
  fc.assert(
    fc.property(honest, (message) => {
      expect(read(message)).toEqual(message);
    }),
  );
});

test('parseMessage() refuses a message without the nonce or with another', () => {
  fc.assert(
    fc.property(honest, fc.jsonValue(), (message, nonce) => {
      expect(parseMessage(line(message), NONCE)).toBeUndefined();
      if (nonce === NONCE) return;
      expect(parseMessage(line({ ...message, nonce }), NONCE)).toBeUndefined();
    }),
  );
});

test('parseMessage() refuses whatever is no message, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.jsonValue().map(line), fc.json()), (garbage) => {
      expect(parseMessage(garbage, NONCE)).toBeUndefined();
    }),
  );
});

/** Replaces one field, at any depth, by a value of another type. */
const broken = fc
  .tuple(honest, fc.nat(), fc.jsonValue())
  .filter(([message]) => Object.keys(message).length > 1)
  .map(([message, n, other]) => {
    const copy = structuredClone(message) as Record<string, unknown>;
    const owner = n % 2 && copy.result ? (copy.result as Record<string, unknown>) : copy;
    const keys = Object.keys(owner).filter((key) => key !== 'type');
    const key = keys[n % keys.length] as string;
    const before = owner[key];
    owner[key] = other;
    return { copy, changed: typeof before !== typeof other || Array.isArray(other) };
  });

test('parseMessage() refuses a message with one field of the wrong type', () => {
  fc.assert(
    fc.property(broken, ({ copy, changed }) => {
      fc.pre(changed);
      expect(read(copy)).toBeUndefined();
    }),
  );
});

test.each([
  { type: 'unknown' },
  { type: 'toString' },
  { type: 'start', slug: 'a' },
  { type: 'stuck', line: 1.5, column: 1 },
  { type: 'stuck', line: '1', column: 1 },
  { type: 'result', slug: 'a', check: 'b' },
  { type: 'result', slug: 'a', check: 'b', result: null },
  { type: 'result', slug: 'a', check: 'b', result: [] },
  { type: 'result', slug: 'a', check: 'b', result: { status: 'excellent' } },
  { type: 'result', slug: 'a', check: 'b', result: { status: ['passed'] } },
  { type: 'result', slug: 'a', check: 'b', result: { status: 'passed', message: 1 } },
])('parseMessage() refuses %j', (message) => {
  expect(read(message)).toBeUndefined();
});

const ready = { type: 'ready', nonce: NONCE };

test('parseMessage() reads the first message, which tells the nonce', () => {
  expect(parseMessage(line(ready), undefined)).toEqual(ready);
});

test('parseMessage() refuses every other first message', () => {
  fc.assert(
    fc.property(honest, (message) => {
      expect(parseMessage(line({ ...message, nonce: NONCE }), undefined)).toBeUndefined();
      expect(parseMessage(line(message), undefined)).toBeUndefined();
    }),
  );
  for (const nonce of [undefined, null, '', 'short', NONCE.toUpperCase(), [NONCE]]) {
    expect(parseMessage(line({ ...ready, nonce }), undefined)).toBeUndefined();
  }
});

test('parseMessage() refuses a second nonce', () => {
  expect(parseMessage(line(ready), NONCE)).toBeUndefined();
  expect(parseMessage(line({ ...ready, nonce: NONCE.replace('0', '1') }), NONCE)).toBeUndefined();
});

test('parseMessage() hands on nothing but what a message has', () => {
  expect(read({ type: 'beat', score: 100 })).toEqual({ type: 'beat' });
});
