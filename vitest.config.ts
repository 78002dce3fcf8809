import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['exercises/**/*.test.ts', 'grader/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'grader/hidden/**', 'grader/fixtures/**', '.course/**'],
    reporters: ['default', './grader/cli/progress-reporter.ts'],
    pool: 'forks',
    testTimeout: 30_000,
  },
});
