import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { miniCourse } from '../course/mini-course.ts';
import { demo } from './demo.ts';
import { type FakeIo, fakeIo } from './fake-io.ts';
import type { RunTool } from './run-tool.ts';

async function call(io: FakeIo, slug: string, toolCode = 0) {
  const ran: string[][] = [];
  const run: RunTool = async (_io, tool, args) => {
    ran.push([tool, ...args]);
    return toolCode;
  };
  return { code: await demo([slug], io, run), ran };
}

test('demo() runs the demo with tsx, also of code that is still to be repaired', async () => {
  const io = fakeIo(miniCourse().root);
  const { code, ran } = await call(io, 'countdown');
  expect(code).toBe(0);
  expect(ran[0]?.[0]).toBe('tsx/dist/cli.mjs');
  expect(ran[0]?.at(-1)).toBe(path.join(io.root, 'exercises/2.2.2-async-await/countdown/demo.ts'));
  expect((await call(io, 'countdown', 7)).code).toBe(1);
});

test('demo() names the demos that there are', async () => {
  const io = fakeIo(miniCourse().root);
  expect((await call(io, 'overlap')).code).toBe(2);
  expect(io.said()).toMatchInlineSnapshot(`
    "The exercise overlap has no demo.
    These have one:
      npm run demo countdown
    "
  `);
});

test('demo() has nothing to show for a stub, or for a file that is gone', async () => {
  const { root } = miniCourse();
  const dir = path.join(root, 'exercises/1.2-benefits/overlap');
  writeFileSync(path.join(dir, 'demo.ts'), '');
  const io = fakeIo(root);
  expect(await call(io, 'overlap')).toEqual({ code: 1, ran: [] });
  expect(io.said()).toMatchInlineSnapshot(`
    "There is nothing to show yet: the demo runs your code, and it still reaches
    todo().
    Write it first: exercises/1.2-benefits/overlap/overlap.ts
    "
  `);
  rmSync(path.join(dir, 'overlap.ts'));
  expect(await call(io, 'overlap')).toEqual({ code: 1, ran: [] });
});
