import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { type GuestMessage, REPORT_FD } from '../protocol.ts';

/** A sign of life at most this often, in real ms. */
const BEAT_MS = 50;

const { stringify } = JSON;
const now = performance.now.bind(performance);

export interface Channel {
  /** All in one go, because each time the host has to wake up. */
  send(...messages: GuestMessage[]): void;
  /** To be called on every turn of the event loop. */
  beat(): void;
  /** Counts the turns, for a watchdog in another thread. */
  heartbeat: SharedArrayBuffer;
  nonce: string;
}

/** The only way out of the guest. */
export function openChannel(): Channel {
  const nonce = randomBytes(16).toString('hex');
  const heartbeat = new SharedArrayBuffer(4);
  const turns = new Int32Array(heartbeat);
  let last = now();

  const send = (...messages: GuestMessage[]): void => {
    const lines = messages.map((message) => `${stringify({ nonce, ...message })}\n`);
    writeSync(REPORT_FD, lines.join(''));
    last = now();
  };
  return {
    send,
    heartbeat,
    nonce,
    beat() {
      Atomics.add(turns, 0, 1);
      if (now() - last > BEAT_MS) send({ type: 'beat' });
    },
  };
}
