import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** For authors: the hidden checks as vitest tests, with the UI and the debugger (`npm run checks`). */
export default defineConfig({
  test: {
    root: path.resolve(import.meta.dirname, '../..'),
    include: ['grader/hidden/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
  },
});
