import { type Clock, createLoop } from './tiny-loop.ts';

const started = performance.now();
const now = (): number => Math.floor(performance.now() - started);
const say = (text: string): void => console.log(`${String(now()).padStart(4)} ms  ${text}`);

/** A real clock. While it sleeps, Node's own loop stands still: there is only one thread. */
const clock: Clock = {
  now,
  sleepUntil(ms) {
    const cell = new Int32Array(new SharedArrayBuffer(4));
    while (now() < ms) Atomics.wait(cell, 0, 0, ms - now());
  },
};
const loop = createLoop(clock, (error) => say(`error: ${String(error)}`));

setTimeout(() => say("a timer of Node's own, due at 100 ms"), 100);
loop.callSoon(() => say('open the valve'));
const alarm = loop.callLater(1_200, () => say('the valve is stuck'));
loop.callLater(400, () => {
  throw new Error('the tank is empty');
});
loop.callLater(800, () => {
  say('close the valve, and cancel the alarm');
  alarm.cancel();
});
loop.run();
say('run() has returned');
