import { test } from '#course/test';
import { computePath, startHeartbeat } from './heartbeat.ts';

test('a beat that comes late does not move the beats after it', async ({ lab, expect }) => {
  const otherWork = lab.work('other work', { takes: 15 });
  const beats: string[] = [];

  await lab.run(async () => {
    const stop = startHeartbeat(20, (lateMs) => beats.push(`${lab.now} ms, ${lateMs} late`));
    await lab.at(35);
    otherWork();
    await lab.at(90);
    stop();
  });

  const expected = ['20 ms, 0 late', '50 ms, 10 late', '60 ms, 0 late', '80 ms, 0 late'];
  expect(beats).toEqual(expected, 'other work took the event loop from 35 to 50 ms');
});

test('a beat waits for one piece of the path, and for no more', async ({ lab, expect }) => {
  const piece = lab.work<[number]>('piece', { takes: (ms) => ms });
  const beats: number[] = [];

  await lab.run(() => {
    for (const ms of [20, 40, 60]) lab.timers.setTimeout(() => beats.push(lab.now), ms);
    const costs = [8, 15, 2, 3, 9, 12, 6, 7];
    return computePath(
      costs.map((ms) => () => piece(ms)),
      20,
    );
  });

  expect(beats).toEqual([23, 49, 62], 'these pieces are over at 8, 23, 25, 28, 37, 49, 55, 62 ms');
});
