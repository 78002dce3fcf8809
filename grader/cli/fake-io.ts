import type { Io } from './io.ts';

/** A world that remembers what a command said; plain and English unless told otherwise. */
export interface FakeIo extends Io {
  said(): string;
  complained(): string;
}

/** Makes a world in which a test can run a command on the course below `root`. */
export function fakeIo(root: string, changes: Partial<Io> = {}): FakeIo {
  let output = '';
  let errors = '';
  return {
    out: (text) => {
      output += text;
    },
    err: (text) => {
      errors += text;
    },
    env: {},
    isTty: false,
    columns: 80,
    cwd: root,
    language: 'en',
    root,
    ...changes,
    said: () => output,
    complained: () => errors,
  };
}
