import { expect, test } from 'vitest';
import { miniCourse } from '../course/mini-course.ts';
import { fakeIo } from './fake-io.ts';
import { dispatch } from './main.ts';

test('dispatch() lists the commands when it does not know one', async () => {
  const io = fakeIo('/nowhere');
  expect(await dispatch(['toString'], io)).toBe(2);
  expect(io.said()).toMatchInlineSnapshot(`
    "Unknown command "toString". The commands are:
      npm start          where you stand and what is next
      npm test           all examples, or those of one exercise
      npm run watch      the examples again whenever you save
      npm run ui         the examples in the browser
      npm run grade      submit to the hidden checks
      npm run hint       the next of three hints
      npm run solution   the published solution and why it is so
      npm run reset      put the stub back and keep your attempt
      npm run demo       run your code for real, outside the tests
    "
  `);
  expect(await dispatch([], fakeIo('/nowhere'))).toBe(2);
});

test('dispatch() explains one command', async () => {
  const io = fakeIo('/nowhere');
  expect(await dispatch(['grade', '--help'], io)).toBe(0);
  expect(io.said()).toMatchInlineSnapshot(`
    "npm run grade — submit to the hidden checks
    Usage: npm run grade [slug …] -- [--dir DIR] [--json] [--replay TOKEN]
    Also: --lang en or --lang zh, with every command.
    "
  `);
});

test('dispatch() says how to repair a course whose files are damaged', async () => {
  const io = fakeIo('/nowhere');
  expect(await dispatch(['start'], io)).toBe(2);
  expect(io.complained()).toContain('git checkout -- exercises/course.json');
});

test('dispatch() calls the unexpected a fault of its own, and shows a stack on request', async () => {
  const breakIt = () => {
    throw new Error('out of paper');
  };
  const io = fakeIo(miniCourse().root, { out: breakIt });
  expect(await dispatch(['start'], io)).toBe(2);
  expect(io.complained()).toContain('Internal error: out of paper');
  expect(io.complained()).not.toContain('main.test.ts');
  const curious = fakeIo(io.root, { out: breakIt, env: { COURSE_DEBUG: '1' } });
  await dispatch(['start'], curious);
  expect(curious.complained()).toContain('main.test.ts');
});

test('dispatch() sends whoever misses a package to npm ci', async () => {
  const out = () => {
    const error = new Error("Cannot find package 'ses' imported from /x.ts");
    throw Object.assign(error, { code: 'ERR_MODULE_NOT_FOUND' });
  };
  const io = fakeIo(miniCourse().root, { out });
  expect(await dispatch(['start'], io)).toBe(2);
  expect(io.complained()).toBe('"ses" is not installed: run npm ci once, then try again.\n');
});

test('dispatch() admits that it was stopped', async () => {
  const controller = new AbortController();
  const out = () => {
    controller.abort();
    throw controller.signal.reason;
  };
  const io = fakeIo(miniCourse().root, { out, signal: controller.signal });
  expect(await dispatch(['start'], io)).toBe(130);
  expect(io.complained()).toBe('Stopped. Nothing was recorded.\n');
});
