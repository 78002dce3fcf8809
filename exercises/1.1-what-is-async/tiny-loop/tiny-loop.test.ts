import { test } from '#course/test';
import { createLoop } from './tiny-loop.ts';

/** A clock that only moves when the loop sleeps. */
function createClock() {
  let time = 0;
  return {
    now: () => time,
    sleepUntil(ms: number) {
      time = ms;
    },
  };
}

test('what a callback hands over waits for the next turn', ({ expect }) => {
  const log: string[] = [];
  const loop = createLoop(createClock(), () => {});

  loop.callSoon(() => {
    log.push('lights');
    loop.callSoon(() => log.push('report'));
  });
  loop.callSoon(() => log.push('valve'));
  loop.run();

  expect(log).toEqual(['lights', 'valve', 'report'], 'the first turn has two callbacks');
});

test('timers run at their deadlines, and a cancelled one does not', ({ expect }) => {
  const log: string[] = [];
  const clock = createClock();
  const loop = createLoop(clock, () => {});
  const note = (what: string) => () => log.push(`${what} at ${clock.now()}`);

  loop.callLater(300, note('close'));
  loop.callLater(100, note('measure'));
  loop.callLater(200, note('alarm')).cancel();
  loop.run();

  expect(log).toEqual(['measure at 100', 'close at 300'], 'the first deadline comes first');
});
