import { createClock } from '@sinonjs/fake-timers';
import { expect, test } from 'vitest';
import { busyLine } from './busy-line.ts';
import { fakeIo } from './fake-io.ts';

const ERASE = '\r\x1b[2K';

function begin(changes: Parameters<typeof fakeIo>[1]) {
  const clock = createClock();
  const io = fakeIo('/', { isTty: true, ...changes });
  const timers = clock as unknown as Parameters<typeof busyLine>[2];
  return { clock, io, busy: busyLine(io, (seconds) => `busy ${seconds} s`, timers) };
}

test('busyLine() stays silent for work that is over soon', () => {
  const { clock, io, busy } = begin({});
  clock.tick(1_999);
  busy.stop();
  clock.tick(10_000);
  expect(io.complained()).toBe('');
});

test('busyLine() draws one line again and again, and leaves no trace', () => {
  const { clock, io, busy } = begin({});
  clock.tick(3_000);
  expect(io.complained()).toBe(`busy 2 s${ERASE}busy 3 s`);
  busy.hide();
  clock.tick(1_000);
  busy.stop();
  expect(io.complained()).toBe(`busy 2 s${ERASE}busy 3 s${ERASE}busy 4 s${ERASE}`);
});

test('busyLine() never draws where nothing can be erased', () => {
  for (const changes of [{ isTty: false }, { env: { NO_COLOR: '1' } }, { columns: 8 }]) {
    const { clock, io, busy } = begin(changes);
    clock.tick(5_000);
    busy.stop();
    expect(io.complained()).toBe('');
  }
});
