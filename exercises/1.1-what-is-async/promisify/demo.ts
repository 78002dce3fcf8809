import { readFile } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Callback, promisify } from './promisify.ts';

const started = performance.now();
const elapsed = (): string => `${String(Math.round(performance.now() - started)).padStart(4)} ms`;

// Node's own old functions have the same shape.
const read = promisify((name: string, callback: Callback<Buffer>) => readFile(name, callback));
const bytes = await read(fileURLToPath(import.meta.url));
console.log(`${elapsed()}  this file has ${bytes.length} bytes`);
await read('no-such-file').catch((error: NodeJS.ErrnoException) => {
  console.log(`${elapsed()}  no-such-file: ${error.code}`);
});

const archive = {
  speedMs: 300,
  read(this: { speedMs: number }, name: string, callback: Callback<string>): void {
    if (name === '') throw new TypeError('the name is empty');
    setTimeout(callback, this.speedMs, null, `text of ${name}`);
  },
};
const readPage = promisify(archive.read);
const pages = ['page-1', 'page-2'].map((name) => readPage.call(archive, name));
const texts = await Promise.all(pages);
console.log(`${elapsed()}  two pages, 300 ms each: ${texts.join(', ')}`);
await readPage.call(archive, '').catch((error: Error) => {
  console.log(`${elapsed()}  the library threw, and the promise says: ${error.message}`);
});
