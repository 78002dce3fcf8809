import { sleep } from './sleep-with-signal.ts';

const started = performance.now();
const say = (text: string): void => {
  const elapsed = String(Math.round(performance.now() - started)).padStart(4);
  console.log(`${elapsed} ms  ${text}`);
};

const shop = new AbortController();
setTimeout(() => shop.abort('closing time'), 1000);

try {
  for (let poll = 1; ; poll++) {
    say(`poll ${poll}`);
    await sleep(300, shop.signal);
  }
} catch (reason) {
  say(`stopped: ${reason}`);
}

sleep(60_000, shop.signal).catch((reason) => say(`closed already: ${reason}`));
process.on('exit', () => say('the process ends, because nothing is left to wait for'));
