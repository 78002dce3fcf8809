import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Runs the examples that `examples.slow.test.ts` has laid out beside stubs and solutions. */
export default defineConfig({
  test: {
    root: path.resolve(import.meta.dirname, '../..'),
    include: ['.course/examples-*/**/*.test.ts'],
    pool: 'forks',
  },
});
