import { createAlarmClock } from './cheap-waiting.ts';

const started = performance.now();
const armed = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
const say = (text: string): void => {
  const elapsed = Math.round(performance.now() - started);
  console.log(`${String(elapsed).padStart(4)} ms  ${text}, timers armed: ${armed()}`);
};

const clock = createAlarmClock();
let gone = 0;
const park = async (ms: number): Promise<void> => {
  await clock.sleep(ms);
  gone += 1;
};
const watch = async (): Promise<void> => {
  for (let second = 1; second <= 3; second++) {
    await clock.sleep(1_000);
    say(`${gone} of them had to leave`);
  }
};

const watching = watch();
const cars = Array.from({ length: 10_000 }, (_, i) => park(300 + (i % 10) * 300));
say('10,000 cars are parked');
await Promise.all([watching, ...cars]);
say('the car park is empty');
