import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['exercises/**/*.test.ts', 'grader/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'grader/hidden/**', 'grader/fixtures/**', '.course/**'],
    reporters: ['default', './grader/cli/progress-reporter.ts'],
    pool: 'forks',
    // Vitest leaves one core free, which of two is half the machine.
    maxWorkers: '100%',
    testTimeout: 300_000,
    // Limits on real processes are measured in real time, and CI may be busy; locally nothing is tried twice.
    retry: process.env.CI ? 2 : 0,
  },
});
