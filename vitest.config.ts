import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What starts processes of its own goes first: at the end one of them would run alone, and leave the other cores idle. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isFast = ({ moduleId }: TestSpecification) => !moduleId.includes('.slow.');
    return (await super.sort(files)).sort((a, b) => Number(isFast(a)) - Number(isFast(b)));
  }
}

export default defineConfig({
  test: {
    include: ['exercises/**/*.test.ts', 'grader/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'grader/hidden/**', 'grader/fixtures/**', '.course/**'],
    reporters: ['default', './grader/cli/progress-reporter.ts'],
    pool: 'forks',
    // A third of the time would be spent on loading the lab anew for every file.
    isolate: false,
    // Vitest leaves one core free, which of two is half the machine.
    maxWorkers: '100%',
    sequence: { sequencer: SlowFirst },
    // The proof starts hundreds of small programs: let Node keep what it compiles for them.
    env: { NODE_COMPILE_CACHE: path.resolve('.course/compiled') },
    testTimeout: 300_000,
    // Limits on real processes are measured in real time, and CI may be busy; locally nothing is tried twice.
    retry: process.env.CI ? 2 : 0,
  },
});
