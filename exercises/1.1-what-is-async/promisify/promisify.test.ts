import { test } from '#course/test';
import { type Callback, promisify } from './promisify.ts';

test('the promise resolves when the library calls back, with the first result', async ({
  lab,
  expect,
}) => {
  function read(name: string, callback: Callback<string>): void {
    setTimeout(callback, 30, null, `text of ${name}`, '12 bytes');
  }

  const result = await lab.run(() => promisify(read)('page-1'));

  expect(result).toFulfil('text of page-1');
  expect(result).toFinishAt(30);
});

test('a method still finds its object', async ({ lab, expect }) => {
  const archive = {
    root: '/1998',
    read(this: { root: string }, name: string, callback: Callback<string>): void {
      setTimeout(callback, 30, null, `${this.root}/${name}`);
    },
  };
  const read = promisify(archive.read);

  const result = await lab.run(() => read.call(archive, 'page-1'));

  expect(result).toFulfil('/1998/page-1');
});

test('an error rejects the promise', async ({ lab, expect }) => {
  const missing = new Error('ENOENT: no page-9');
  function read(_name: string, callback: Callback<string>): void {
    setTimeout(callback, 30, missing);
  }

  const result = await lab.run(() => promisify(read)('page-9'));

  expect(result).toRejectWith(missing);
});
