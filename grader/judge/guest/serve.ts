import { Worker } from 'node:worker_threads';
import { type Check, runCheck } from '../../check/check.ts';
import { collected } from '../../check/collect.ts';
import type { GuestExercise, GuestMessage, GuestResult, GuestSettings } from '../protocol.ts';
import { type Channel, openChannel } from './channel.ts';
import { guarded } from './guarded.ts';
import type { Guest } from './guest-world.ts';
import { readLines } from './read-lines.ts';

const MAX_MESSAGE = 8_000;
const MAX_TIMELINE = 12_000;

function cut(text: string | undefined, max: number): string | undefined {
  return text !== undefined && text.length > max ? `${text.slice(0, max)} …` : text;
}

/** Only plain texts leave the guest, and no long ones. */
function reported(result: GuestResult): GuestResult {
  const { status, message, kind, timeline, replay, seeded } = result;
  const texts = {
    message: cut(message, MAX_MESSAGE),
    kind: cut(kind, 500),
    timeline: cut(timeline, MAX_TIMELINE),
    replay: cut(replay, 2_000),
  };
  const present = Object.entries(texts).filter(([, text]) => text !== undefined);
  return { status, ...Object.fromEntries(present), ...(seeded ? { seeded } : {}) };
}

async function startWatchdog(stuckMs: number, channel: Channel): Promise<void> {
  const [, program = ''] = process.argv;
  const { heartbeat, nonce } = channel;
  const worker = new Worker(program, { workerData: { heartbeat, nonce, stuckMs } });
  await new Promise((ready) => worker.once('message', ready));
  worker.unref();
}

async function judge(
  guest: Guest,
  exercise: GuestExercise,
  { budget }: GuestSettings,
  channel: Channel,
): Promise<void> {
  const { world } = guest;
  const load = guest.open(exercise);
  const known = new Map((collected.get(exercise.slug) ?? []).map((check) => [check.id, check]));
  const { slug } = exercise;
  const last: GuestMessage[] = [];
  for (const id of exercise.checks) {
    channel.send(...last.splice(0), { type: 'start', slug, check: id });
    const check = known.get(id) as Check;
    const host = { world, load, ...(budget ? { budget } : {}) };
    const result = await runCheck(guarded(check, world.host), host, exercise.token);
    last.push({ type: 'result', slug, check: id, result: reported(result) });
  }
  channel.send(...last);
}

/** Judges what it is asked to, reports on the channel, and ends the process. */
export async function serve(guest: Guest): Promise<never> {
  const channel = openChannel();
  guest.begin(channel.beat);
  channel.send({ type: 'ready', nonce: channel.nonce });
  let settings: GuestSettings | undefined;
  for (const line of readLines()) {
    if (settings) {
      await judge(guest, JSON.parse(line) as GuestExercise, settings, channel);
    } else {
      settings = JSON.parse(line) as GuestSettings;
      const { stuckMs } = settings;
      if (stuckMs !== undefined) await startWatchdog(stuckMs, channel);
    }
  }
  channel.send({ type: 'end' });
  process.exit(0);
}
