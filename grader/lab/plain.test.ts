import { describe, expect, test } from 'vitest';
import { errorText, NotPlain, plain, plainError } from './plain.ts';

const throwing = () => {
  throw new Error('hands off');
};

describe('plain() copies', () => {
  test.for([
    undefined,
    null,
    true,
    0,
    -0,
    Number.NaN,
    'text',
    10n,
    Symbol.iterator,
    [],
    {},
    [1, [2, [3]]],
    { a: { b: [null, undefined] } },
    new Map([['a', { b: 1 }]]),
    new Set([1, [2]]),
  ])('%o', (value) => {
    expect(plain(value)).toStrictEqual(value);
  });

  test('deeply: what is changed later does not change the copy', () => {
    const original = { list: [{ a: 1 }], map: new Map([[{ k: 1 }, [1]]]), set: new Set([[1]]) };
    const copy = plain(original);
    original.list[0] = { a: 2 };
    for (const [key, value] of original.map) Object.assign(key, { k: value.push(2) });
    for (const item of original.set) item.push(2);
    expect(copy).toEqual({
      list: [{ a: 1 }],
      map: new Map([[{ k: 1 }, [1]]]),
      set: new Set([[1]]),
    });
  });

  test('a class to an object, a function and a promise to a word, an error to its text', () => {
    class Receipt {
      total = 5;
      #hidden = 1;
      print() {
        return this.#hidden;
      }
    }
    const copy = plain([new Receipt(), () => 1, Receipt, Promise.resolve(1), new TypeError('no')]);
    expect(copy).toStrictEqual([
      { total: 5 },
      '[function]',
      '[function]',
      '[promise]',
      { name: 'TypeError', message: 'no' },
    ]);
  });

  test('a date, and bytes of whatever class, by what they are and not by what they say', () => {
    const liar = { getTime: throwing, valueOf: throwing, toJSON: throwing };
    const date = plain(Object.assign(new Date(86_400_000), liar));
    expect(date).toStrictEqual(new Date(86_400_000));
    const bytes = Object.assign(Buffer.from([1, 2]), { [Symbol.iterator]: throwing });
    Object.defineProperties(bytes, { length: { value: 1 }, constructor: { get: throwing } });
    const copy = plain({ bytes }) as { bytes: unknown };
    bytes[0] = 9;
    expect(copy).toStrictEqual({ bytes: new Uint8Array([1, 2]) });
    expect(() => plain(Object.create(Date.prototype))).toThrow(NotPlain);
    expect(() => plain(Object.create(Uint8Array.prototype))).toThrow(NotPlain);
  });

  test('an object without a prototype', () => {
    expect(plain(Object.assign(Object.create(null), { a: 1 }))).toStrictEqual({ a: 1 });
  });

  test('the same part twice, to two parts', () => {
    const part = { a: 1 };
    const [first, second] = plain([part, part]) as [object, object];
    expect([first, second]).toEqual([part, part]);
    expect(first).not.toBe(second);
  });

  test('holes as undefined, and what hangs on an array not at all', () => {
    const untrusted = Object.assign(new Array(2), { extra: 1 });
    expect(plain(untrusted)).toStrictEqual([undefined, undefined]);
  });
});

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

describe('plainError()', () => {
  test('reads name, message and code of an error', () => {
    const error = Object.assign(new RangeError('too far'), { code: 'ERR_FAR', stack: 'secret' });
    expect(plainError(error)).toStrictEqual({
      name: 'RangeError',
      message: 'too far',
      code: 'ERR_FAR',
    });
    expect(plainError(new Error('x'))).toStrictEqual({ name: 'Error', message: 'x' });
  });

  test.for([
    ['why', { name: 'string', message: 'why' }],
    [undefined, { name: 'undefined', message: 'undefined' }],
    [null, { name: 'object', message: 'null' }],
    [404, { name: 'number', message: '404' }],
    [10n, { name: 'bigint', message: '10' }],
    [Symbol('s'), { name: 'symbol', message: 'Symbol(s)' }],
    [{}, { name: 'object', message: 'something that is no error' }],
    [
      { name: 5, message: {}, code: 404 },
      { name: 'object', message: 'something that is no error' },
    ],
    [
      { name: 'Own', message: 'text' },
      { name: 'Own', message: 'text' },
    ],
    [class Thrown {}, { name: 'Thrown', message: 'something that is no error' }],
  ] as const)('makes of %o: %o', ([untrusted, expected]) => {
    expect(plainError(untrusted)).toStrictEqual(expected);
  });

  test('never throws, whatever the getters do', () => {
    const untrusted = Object.defineProperties(new Error('x'), {
      message: { get: throwing },
      code: { get: throwing },
    });
    expect(plainError(untrusted)).toStrictEqual({
      name: 'Error',
      message: 'something that is no error',
    });
    const proxy = new Proxy(new Error('x'), { get: throwing, getPrototypeOf: throwing });
    expect(plainError(proxy).name).toBe('object');
  });

  test('keeps texts short, also that of something thrown that is no error', () => {
    const long = 'x'.repeat(5_000);
    expect(plainError(new Error(long)).message).toHaveLength(2_000);
    expect(plainError(long).message).toHaveLength(2_000);
  });

  test('errorText() is the name and the message', () => {
    expect(errorText(new TypeError('no'))).toBe('TypeError: no');
    expect(errorText('no')).toBe('string: no');
  });
});
