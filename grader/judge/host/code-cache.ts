import { builtinModules } from 'node:module';

const SIZE_BYTES = 8;
/** Node has a few hundred modules of its own; what is found by chance is shorter. */
const [MIN_MODULES, MAX_MODULES] = [100, 10_000];
const MODULE_NAME = /^[\w./-]{2,100}$/;

/** Reads the size that stands at this place: eight bytes, little-endian. */
function sizeAt(blob: Buffer, at: number): number {
  return at + SIZE_BYTES <= blob.length ? Number(blob.readBigUInt64LE(at)) : Number.NaN;
}

/** Whether a list of named pieces begins here and ends where the blob ends: how many, then the size and text of each. */
function isCodeCache(blob: Buffer, start: number): boolean {
  const count = sizeAt(blob, start);
  if (!(count >= MIN_MODULES && count <= MAX_MODULES)) return false;
  let at = start + SIZE_BYTES;
  for (let i = 0; i < count; i++) {
    const length = sizeAt(blob, at);
    at += SIZE_BYTES;
    if (!(length < 1_000) || !MODULE_NAME.test(blob.toString('latin1', at, at + length)))
      return false;
    at += length;
    const bytes = sizeAt(blob, at);
    at += SIZE_BYTES + bytes;
    if (!(at <= blob.length)) return false;
  }
  return at === blob.length;
}

/**
 * A snapshot of Node's without the code cache of Node's own modules, which is the last thing in it. Node keeps the compiled
 * code of the functions in a snapshot only when it adds that cache, which is as large as the rest: each guest would read
 * it, and use none of it. A blob that does not look as expected is left as it is, and works, only more slowly.
 */
export function withoutCodeCache(blob: Buffer): Buffer {
  // The last name comes first, as a rule.
  for (const name of builtinModules.toReversed()) {
    const first = Buffer.from(`${'\0'.repeat(SIZE_BYTES)}${name}`);
    first.writeBigUInt64LE(BigInt(name.length));
    const start = blob.indexOf(first) - SIZE_BYTES;
    if (start < 0 || !isCodeCache(blob, start)) continue;
    return Buffer.concat([blob.subarray(0, start), Buffer.alloc(SIZE_BYTES)]);
  }
  return blob;
}
