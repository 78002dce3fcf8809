import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { createPool } from './db-pool.ts';

const started = performance.now();
const elapsed = (): string => `${String(Math.round(performance.now() - started)).padStart(4)} ms`;

// A tiny database: it answers each line after 200 ms, and hangs up when it is told to.
let accepted = 0;
const server = createServer((socket) => {
  accepted += 1;
  console.log(`${elapsed()}  the database accepts connection ${accepted}`);
  socket.setEncoding('utf8');
  socket.on('error', () => {});
  socket.on('data', (query: string) => {
    if (query === 'hang up') socket.destroy();
    else setTimeout(() => socket.write(`rows of ${query}`), 200);
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;

const sockets: Socket[] = [];
const pool = createPool({
  max: 2,
  open: async () => {
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    sockets.push(socket);
    await once(socket, 'connect');
    return {
      get broken() {
        return socket.destroyed;
      },
      async query(text: string): Promise<string> {
        socket.write(text);
        const ended = once(socket, 'close').then(() =>
          Promise.reject(new Error('connection lost')),
        );
        const [rows] = await Promise.race([once(socket, 'data'), ended]);
        return rows;
      },
    };
  },
});

const ask = async (query: string, timeoutMs: number): Promise<void> => {
  try {
    const rows = await pool.use((connection) => connection.query(query), timeoutMs);
    console.log(`${elapsed()}  ${rows}`);
  } catch (error) {
    console.log(`${elapsed()}  ${query}: ${(error as Error).name}: ${(error as Error).message}`);
  }
};

await Promise.all([
  ask('customers', 1_000),
  ask('orders', 1_000),
  ask('reports', 100),
  ask('hang up', 1_000),
  ask('products', 1_000),
  ask('prices', 1_000),
]);
console.log(`${elapsed()}  six questions, ${accepted} connections`);
for (const socket of sockets) socket.destroy();
server.close();
