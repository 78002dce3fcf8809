import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import type { ExercisePlace } from '../../course/catalogue.ts';
import type { Outcome } from '../../verdict.ts';

/** No exercise needs a tenth of this. */
export const MAX_SOURCE_BYTES = 256 * 1024;

function rejected(file: string, message: string): Outcome {
  return { kind: 'rejected-file', file, message };
}

function readCapped(file: string): Buffer {
  // NOFOLLOW closes the gap between looking and opening, and with NONBLOCK a pipe that was put there meanwhile cannot hold
  // the grader; Windows knows neither flag, nor such a race by link.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const handle = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    if (!fstatSync(handle).isFile()) throw new Error('not a regular file any more');
    const buffer = Buffer.alloc(MAX_SOURCE_BYTES + 1);
    let length = 0;
    for (;;) {
      const read = readSync(handle, buffer, length, buffer.length - length, null);
      length += read;
      if (read === 0 || length === buffer.length) return buffer.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

function hasLinkedParent(dir: string, file: string): boolean {
  let current = path.dirname(file);
  while (current !== dir && current.startsWith(dir + path.sep)) {
    if (lstatSync(current).isSymbolicLink()) return true;
    current = path.dirname(current);
  }
  return false;
}

/**
 * Reads the one file of a submission that belongs to an exercise: a regular file of at most 256 KiB of UTF-8 text, no
 * link on the way to it below `dir`. Everything else in the folder is ignored.
 */
export function takeIn(
  dir: string,
  exercise: ExercisePlace,
): { source: string } | { outcome: Outcome } {
  const root = path.resolve(dir);
  const file = path.join(root, exercise.folder, `${exercise.id}.ts`);
  const shown = path.join(exercise.folder, `${exercise.id}.ts`);
  try {
    const stat = lstatSync(file);
    if (stat.isSymbolicLink() || hasLinkedParent(root, file)) {
      return { outcome: rejected(shown, `"${shown}" is a link; submit the file itself.`) };
    }
    if (!stat.isFile()) {
      return { outcome: rejected(shown, `"${shown}" is not a regular file; submit a text file.`) };
    }
    const bytes = readCapped(file);
    if (bytes.length > MAX_SOURCE_BYTES) {
      const message = `"${shown}" is larger than ${MAX_SOURCE_BYTES / 1024} KiB; an answer is a few hundred lines at most.`;
      return { outcome: rejected(shown, message) };
    }
    const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (source.trim() === '') {
      const message = `"${shown}" is empty. \`npm run reset ${exercise.id}\` puts the stub back.`;
      return { outcome: { kind: 'missing-file', file: shown, message } };
    }
    return { source };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      const message = `There is no "${shown}". \`npm run reset ${exercise.id}\` puts the stub back.`;
      return { outcome: { kind: 'missing-file', file: shown, message } };
    }
    if (error instanceof TypeError) {
      return { outcome: rejected(shown, `"${shown}" is not UTF-8 text; save it as UTF-8.`) };
    }
    return { outcome: rejected(shown, `"${shown}" cannot be read (${code ?? error}).`) };
  }
}
