import { command } from './command.ts';
import { openCourse } from './course.ts';
import { type RunTool, runTool } from './run-tool.ts';
import { exampleFilters } from './vitest-filters.ts';

/** Shows the examples in vitest's own page; opens a browser only where somebody sits before it. */
export const ui = command(async (args, io, run: RunTool = runTool) => {
  const filters = exampleFilters(io, openCourse(io), args);
  const open = io.isTty && !io.env.CI ? '--open' : '--open=false';
  return (await run(io, 'vitest/vitest.mjs', ['--ui', open, ...filters])) === 0 ? 0 : 1;
});
