import { expect, test } from 'vitest';
import type { Vitest } from 'vitest/node';
import ProgressReporter from './progress-reporter.ts';

function linesOf(watch: boolean): string[] {
  const lines: string[] = [];
  const reporter = new ProgressReporter();
  reporter.onInit({
    config: { watch },
    logger: { log: (line: string) => lines.push(line) },
  } as unknown as Vitest);
  reporter.onTestRunEnd();
  return lines;
}

test('the reporter ends a run with one line, and keeps quiet while vitest watches', () => {
  expect(linesOf(false)).toHaveLength(1);
  expect(linesOf(true)).toEqual([]);
});
