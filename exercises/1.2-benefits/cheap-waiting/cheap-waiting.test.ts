import { test } from '#course/test';
import { createAlarmClock } from './cheap-waiting.ts';

test('everybody wakes in time, also one who came later and sleeps less', async ({
  lab,
  expect,
}) => {
  const woken: string[] = [];
  await lab.run(async () => {
    const clock = createAlarmClock();
    const park = async (car: string, ms: number) => {
      await clock.sleep(ms);
      woken.push(`${car} at ${lab.now} ms`);
    };
    const van = park('van', 300);
    await lab.at(100);
    await Promise.all([van, park('taxi', 50), park('bus', 200)]);
  });

  expect(woken).toEqual(
    ['taxi at 150 ms', 'van at 300 ms', 'bus at 300 ms'],
    'the time of each car begins with its own call',
  );
});

test('while three cars are parked, one timer is armed', async ({ lab, expect }) => {
  await lab.run(() => {
    const clock = createAlarmClock();
    void clock.sleep(300);
    void clock.sleep(50);
    void clock.sleep(200);
  });

  expect(lab.leftovers.timers).toEqual(
    [{ ms: 50, repeats: false }],
    'one timer is enough, when it is set for the car whose time is up first',
  );
});
