import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { type Check, runCheck } from '../../check/check.ts';
import { collected } from '../../check/collect.ts';
import type { GuestExercise, GuestRequest, GuestResult } from '../protocol.ts';
import { type Channel, openChannel } from './channel.ts';
import { guarded } from './guarded.ts';
import type { Guest } from './guest-world.ts';

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

async function startWatchdog({ stuckMs }: GuestRequest, channel: Channel): Promise<void> {
  const [, program = ''] = process.argv;
  const { heartbeat, nonce } = channel;
  const worker = new Worker(program, { workerData: { heartbeat, nonce, stuckMs } });
  await new Promise((ready) => worker.once('message', ready));
  worker.unref();
}

async function judge(
  guest: Guest,
  exercise: GuestExercise,
  { budget }: GuestRequest,
  channel: Channel,
): Promise<void> {
  const { world } = guest;
  const load = guest.open(exercise);
  const known = new Map((collected.get(exercise.slug) ?? []).map((check) => [check.id, check]));
  for (const id of exercise.checks) {
    channel.send({ type: 'start', slug: exercise.slug, check: id });
    const check = known.get(id) as Check;
    const host = { world, load, ...(budget ? { budget } : {}) };
    const result = await runCheck(guarded(check, world.host), host, exercise.token);
    channel.send({ type: 'result', slug: exercise.slug, check: id, result: reported(result) });
  }
}

/** Reads one request, judges what it asks for, reports on the channel and ends the process. */
export async function serve(guest: Guest): Promise<never> {
  const request = JSON.parse(readFileSync(0, 'utf8')) as GuestRequest;
  const channel = openChannel();
  if (request.watch) await startWatchdog(request, channel);
  guest.begin(channel.beat);
  channel.send({ type: 'ready', nonce: channel.nonce });
  for (const exercise of request.exercises) await judge(guest, exercise, request, channel);
  channel.send({ type: 'end' });
  process.exit(0);
}
