import { createSocket } from 'node:dgram';
import { createClient, type Datagram } from './udp-retry.ts';

const started = performance.now();
const elapsed = (): string => `${String(Math.round(performance.now() - started)).padStart(5)} ms`;

// A sensor that never hears the first two datagrams of a question, and answers every other one twice.
const sensor = createSocket('udp4');
const heard = new Map<number, number>();
sensor.on('message', (bytes, { port, address }) => {
  const { id, text } = JSON.parse(String(bytes)) as Datagram;
  heard.set(id, (heard.get(id) ?? 0) + 1);
  if ((heard.get(id) ?? 0) < 3) {
    console.log(`${elapsed()}  lost     ${text}`);
    return;
  }
  const reply = JSON.stringify({ id, text: `${text} 21` });
  sensor.send(reply, port, address);
  sensor.send(reply, port, address);
});

sensor.bind(0, '127.0.0.1', async () => {
  const udp = createSocket('udp4');
  const { port } = sensor.address();
  const ask = createClient(
    {
      send(datagram) {
        console.log(`${elapsed()}  send     ${datagram.text}`);
        udp.send(JSON.stringify(datagram), port, '127.0.0.1');
      },
      onMessage(handler) {
        udp.on('message', (bytes) => handler(JSON.parse(String(bytes)) as Datagram));
      },
    },
    { firstWaitMs: 100, attempts: 4 },
  );
  const answers = await Promise.all([ask('north field?'), ask('south field?')]);
  console.log(`${elapsed()}  answers  ${answers.join(', ')}`);
  udp.close();
  sensor.close();
});
