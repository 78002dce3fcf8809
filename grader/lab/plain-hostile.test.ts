import { describe, expect, test } from 'vitest';
import { NotPlain, plain } from './plain.ts';

const throwing = () => {
  throw new Error('hands off');
};

describe('plain() is not deceived by', () => {
  test('a getter that changes its mind: it is read once', () => {
    let reads = 0;
    const copy = plain({
      get value() {
        reads += 1;
        return reads;
      },
    }) as { value: number };
    expect([copy.value, copy.value, reads]).toEqual([1, 1, 1]);
  });

  test('a proxy that says something else each time', () => {
    let reads = 0;
    const proxy = new Proxy({ value: 0 } as Record<string, number>, { get: () => (reads += 1) });
    const copy = plain({ proxy }) as { proxy: { value: number } };
    expect(copy).toStrictEqual({ proxy: { value: copy.proxy.value } });
    expect(copy.proxy.value).toBe(copy.proxy.value);
  });

  test('a key named __proto__', () => {
    const copy = plain(JSON.parse('{"__proto__": {"isAdmin": true}}')) as { isAdmin?: boolean };
    expect(Object.keys(copy)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(copy.isAdmin).toBeUndefined();
  });

  test('an asymmetricMatch method: it becomes a word', () => {
    const untrusted = {
      asymmetricMatch: () => true,
      $$typeof: Symbol.for('jest.asymmetricMatcher'),
    };
    const copy = plain({ answer: untrusted });
    expect(copy).toStrictEqual({
      answer: { asymmetricMatch: '[function]', $$typeof: untrusted.$$typeof },
    });
    expect(copy).not.toEqual({ answer: 42 });
  });

  test('a method toJSON, valueOf, then or Symbol.toPrimitive: it is not called', () => {
    // biome-ignore lint/suspicious/noThenProperty: a thenable is what is tested
    const untrusted = { toJSON: throwing, valueOf: throwing, then: throwing };
    expect(plain(untrusted)).toStrictEqual({
      toJSON: '[function]',
      valueOf: '[function]',
      // biome-ignore lint/suspicious/noThenProperty: a thenable is what is tested
      then: '[function]',
    });
    expect(plain({ [Symbol.toPrimitive]: throwing })).toStrictEqual({});
  });

  test('a Map or a Set with an iterator of its own', () => {
    const map = Object.assign(new Map([[1, 2]]), {
      [Symbol.iterator]: throwing,
      entries: throwing,
    });
    const set = Object.assign(new Set([1]), { [Symbol.iterator]: throwing, values: throwing });
    expect([plain(map), plain(set)]).toStrictEqual([new Map([[1, 2]]), new Set([1])]);
  });

  test('an array whose species or iterator is its own', () => {
    const untrusted = Object.assign([1, 2], { [Symbol.iterator]: throwing, map: throwing });
    expect(plain(untrusted)).toStrictEqual([1, 2]);
  });
});

describe('plain() refuses', () => {
  const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);

  test('what is nested more than 20 levels deep, and so every cycle', () => {
    expect(() => plain(nested(20))).not.toThrow();
    expect(() => plain(nested(21))).toThrow(
      new NotPlain('a value nested more than 20 levels deep'),
    );
    const cycle: Record<string, unknown> = {};
    cycle.self = { cycle };
    expect(() => plain(cycle)).toThrow(NotPlain);
  });

  test.for([
    ['an array that is too long', () => new Array(100_001)],
    ['many arrays', () => Array.from({ length: 400 }, () => new Array(250))],
    [
      'an object with too many keys',
      () => Object.fromEntries(Object.entries(new Uint8Array(100_001))),
    ],
    ['too many bytes', () => new Uint8Array(100_001)],
    [
      'bytes that say they are few',
      () => Object.defineProperty(new Uint8Array(100_001), 'length', { value: 0 }),
    ],
    ['a proxy that says it is very long', () => new Proxy([], { get: () => 2 ** 32 })],
  ] as const)('more than 100,000 parts: %s', ([, make]) => {
    expect(() => plain(make())).toThrow(new NotPlain('a value with more than 100000 parts'));
  });

  test('what branches at every level, before it has filled the memory', () => {
    let branching: unknown = 1;
    for (let i = 0; i < 18; i++) branching = [branching, branching, branching];
    expect(() => plain(branching)).toThrow(NotPlain);
  });

  test.for([
    ['a getter', () => Object.defineProperty({}, 'a', { get: throwing, enumerable: true })],
    ['a proxy', () => new Proxy({}, { ownKeys: throwing })],
    [
      'a revoked proxy',
      () => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      },
    ],
    ['a proxy that hides its prototype', () => new Proxy({}, { getPrototypeOf: throwing })],
  ] as const)('what throws when it is read: %s', ([, make]) => {
    expect(() => plain({ part: make() })).toThrow(
      new NotPlain('a value that throws when it is read'),
    );
  });

  test('with an error of its own even when the value throws a NotPlain-like one', () => {
    const fake = Object.assign(new Error('a value that is fine'), { name: 'NotPlain' });
    const untrusted = {
      get a() {
        throw fake;
      },
    };
    expect(() => plain(untrusted)).toThrow('a value that throws when it is read');
  });
});
