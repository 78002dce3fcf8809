import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { timerCases } from './parity-timers.ts';
import { waitCases } from './parity-waits.ts';
import { testLab } from './test-world.ts';
import { createTimersPromises } from './timers-promises.ts';

/** Runs all cases on real timers, one after the other, and prints their logs by name. */
const NATIVE = `
  import * as promises from 'node:timers/promises';
  import { timerCases } from './parity-timers.ts';
  import { waitCases } from './parity-waits.ts';
  const logs = {};
  let log = [];
  process.on('uncaughtException', (error) => log.push('uncaught ' + error.message));
  for (const [name, run] of Object.entries({ ...timerCases, ...waitCases })) {
    logs[name] = log = [];
    const mine = log;
    const env = { ...globalThis, setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate,
      AbortSignal, promises, log: (text) => mine.push(String(text)) };
    await promises.setTimeout(3);
    await new Promise((done) => setImmediate(() => done(run(env))));
    await promises.setTimeout(80);
  }
  console.log(JSON.stringify(logs));`;

let native: Record<string, string[]> = {};

beforeAll(async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--no-warnings', '--input-type=module', '--eval', NATIVE],
    { cwd: import.meta.dirname, timeout: 40_000 },
  );
  native = JSON.parse(stdout);
}, 60_000);

test.for(Object.entries({ ...timerCases, ...waitCases }))(
  '%s, natively and in the lab',
  async ([name, run]) => {
    const { lab, world: _, ...globals } = testLab();
    const log: string[] = [];
    lab.noteUncaught = (error) => log.push(`uncaught ${(error as Error).message}`);
    const promises = createTimersPromises(globals) as typeof import('node:timers/promises');
    await lab.run(() => run({ ...globals, promises, log: (text) => log.push(String(text)) }));
    expect(log).toEqual(native[name]);
    expect(log.length).toBeGreaterThan(0);
  },
);
