import { command } from './command.ts';
import { openCourse } from './course.ts';
import { type RunTool, runTool } from './run-tool.ts';
import { exampleFilters } from './vitest-filters.ts';

/** Runs the examples whenever a file is saved. */
export const watch = command(async (args, io, run: RunTool = runTool) => {
  const filters = exampleFilters(io, openCourse(io), args);
  return (await run(io, 'vitest/vitest.mjs', ['watch', ...filters])) === 0 ? 0 : 1;
});
