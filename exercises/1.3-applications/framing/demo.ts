import { connect, createServer } from 'node:net';
import { frames } from './framing.ts';

const ORDERS = ['2 x tea', '1 x soup, no onions', '4 x rice'];

function frame(text: string): Buffer {
  const content = Buffer.from(text);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length);
  return Buffer.concat([length, content]);
}

const kitchen = createServer(async (socket) => {
  async function* chunks() {
    for await (const chunk of socket) {
      console.log(`chunk of ${chunk.length} bytes`);
      yield chunk;
    }
  }
  for await (const order of frames(chunks())) {
    console.log(`  order: ${new TextDecoder().decode(order)}`);
  }
  kitchen.close();
});

kitchen.listen(0, '127.0.0.1', async () => {
  const address = kitchen.address();
  if (address === null || typeof address === 'string') return;
  const till = connect(address.port, '127.0.0.1');
  till.setNoDelay(true);
  const bytes = Buffer.concat(ORDERS.map(frame));
  // Cut without any regard for the frames, as a network may do.
  for (let i = 0; i < bytes.length; i += 7) {
    till.write(bytes.subarray(i, i + 7));
    await new Promise((done) => setTimeout(done, 30));
  }
  till.end();
});
