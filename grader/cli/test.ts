import { command } from './command.ts';
import { openCourse } from './course.ts';
import { type RunTool, runTool } from './run-tool.ts';
import { vitestFilters } from './vitest-filters.ts';

/** Runs vitest once: everything, or what the filters name. */
export const test = command(async (args, io, run: RunTool = runTool) => {
  const filters = vitestFilters(io, openCourse(io), args);
  return (await run(io, 'vitest/vitest.mjs', ['run', ...filters])) === 0 ? 0 : 1;
});
