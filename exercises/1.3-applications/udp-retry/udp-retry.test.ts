import { test } from '#course/test';
import { createClient, type Datagram } from './udp-retry.ts';

test('a lost request is sent again after 100 ms, then after 200 more', async ({ lab, expect }) => {
  const send = lab.work<[Datagram]>('send', { takes: 0 });
  const times: number[] = [];
  let receive = (_: Datagram): void => {};
  const socket = {
    send(datagram: Datagram): void {
      send(datagram);
      times.push(lab.now);
      // The network loses the first two.
      if (times.length === 3)
        setTimeout(() => receive({ id: datagram.id, text: '21 degrees' }), 20);
    },
    onMessage(handler: (datagram: Datagram) => void): void {
      receive = handler;
    },
  };

  const ask = createClient(socket, { firstWaitMs: 100, attempts: 4 });
  const answer = await lab.run(() => ask('temperature?'));

  expect(times).toEqual([0, 100, 300], 'the waits double');
  expect(answer).toFulfil('21 degrees');
  expect(answer).toFinishAt(320, 'the reply took 20 ms');
});
