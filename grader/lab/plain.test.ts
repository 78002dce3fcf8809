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
