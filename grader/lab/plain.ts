const MAX_DEPTH = 20;
const MAX_ITEMS = 100_000;

const NativeDate = Date;
const readTime = Date.prototype.getTime;
const readLength = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  'length',
)?.get as (this: Uint8Array) => number;

/** Thrown when an untrusted value is too deep, too large or too hostile to copy. */
export class NotPlain extends Error {
  override name = 'NotPlain';
}

interface Budget {
  items: number;
}

function spend(budget: Budget, items: number): void {
  budget.items -= items;
  if (budget.items < 0) throw new NotPlain(`a value with more than ${MAX_ITEMS} parts`);
}

function copyArray(untrusted: unknown[], depth: number, budget: Budget): unknown[] {
  const length = Math.min(untrusted.length, MAX_ITEMS + 1);
  spend(budget, length);
  const copy: unknown[] = [];
  for (let i = 0; i < length; i++) copy.push(copyValue(untrusted[i], depth + 1, budget));
  return copy;
}

function copyObject(untrusted: object, depth: number, budget: Budget): Record<string, unknown> {
  const keys = Object.keys(untrusted);
  spend(budget, keys.length);
  const copy: Record<string, unknown> = {};
  for (const key of keys) {
    // Defined, not assigned: a key named __proto__ must stay a key.
    Object.defineProperty(copy, key, {
      value: copyValue((untrusted as Record<string, unknown>)[key], depth + 1, budget),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return copy;
}

function copyValue(untrusted: unknown, depth: number, budget: Budget): unknown {
  if (depth > MAX_DEPTH) throw new NotPlain(`a value nested more than ${MAX_DEPTH} levels deep`);
  if (typeof untrusted === 'function') return '[function]';
  if (typeof untrusted !== 'object' || untrusted === null) return untrusted;
  if (Array.isArray(untrusted)) return copyArray(untrusted, depth, budget);
  if (untrusted instanceof Error) return plainError(untrusted);
  if (untrusted instanceof Promise) return '[promise]';
  if (untrusted instanceof Map) {
    return new Map(
      copyArray([...Map.prototype.entries.call(untrusted)], depth, budget) as [unknown, unknown][],
    );
  }
  if (untrusted instanceof Set) {
    return new Set(copyArray([...Set.prototype.values.call(untrusted)], depth, budget));
  }
  if (untrusted instanceof Date) return new NativeDate(readTime.call(untrusted));
  if (untrusted instanceof Uint8Array) {
    spend(budget, readLength.call(untrusted));
    return new Uint8Array(untrusted);
  }
  return copyObject(untrusted, depth, budget);
}

/**
 * Copies an untrusted value to plain data, reading every property once, so that what is compared cannot change its
 * mind: no getters, proxies, `asymmetricMatch` methods or classes survive. Functions and promises become words.
 *
 * @throws {NotPlain} when the value is too deep or too large, or when reading it throws.
 */
export function plain(untrusted: unknown): unknown {
  try {
    return copyValue(untrusted, 0, { items: MAX_ITEMS });
  } catch (error) {
    if (error instanceof NotPlain) throw error;
    throw new NotPlain('a value that throws when it is read');
  }
}

/** An error as plain data. */
export interface PlainError {
  name: string;
  message: string;
  code?: string;
}

const MAX_TEXT = 2_000;

function readText(untrusted: object, key: string): string | undefined {
  try {
    const value: unknown = Reflect.get(untrusted, key);
    return typeof value === 'string' ? value.slice(0, MAX_TEXT) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads what was thrown, whatever it is: never throws, never keeps a reference. */
export function plainError(untrusted: unknown): PlainError {
  if ((typeof untrusted !== 'object' && typeof untrusted !== 'function') || untrusted === null) {
    return { name: typeof untrusted, message: String(untrusted).slice(0, MAX_TEXT) };
  }
  const code = readText(untrusted, 'code');
  return {
    name: readText(untrusted, 'name') ?? 'object',
    message: readText(untrusted, 'message') ?? 'something that is no error',
    ...(code === undefined ? {} : { code }),
  };
}

/** `Error: boom`, or the text of whatever else was thrown. */
export function errorText(untrusted: unknown): string {
  const { name, message } = plainError(untrusted);
  return `${name}: ${message}`;
}
