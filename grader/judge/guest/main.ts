import 'ses';
import { readFileSync } from 'node:fs';
import { type Check, runCheck } from '../../check/check.ts';
import { collected } from '../../check/collect.ts';
import type { GuestExercise, GuestRequest, GuestResult } from '../protocol.ts';
import { openChannel } from './channel.ts';
import { fortifyAfterLockdown, fortifyBeforeLockdown, fortifyDuringLockdown } from './fortify.ts';
import { guarded } from './guarded.ts';
import { createGuest } from './guest-world.ts';

declare const repairIntrinsics: (options: object) => void;
declare const hardenIntrinsics: () => void;

const request = JSON.parse(readFileSync(0, 'utf8')) as GuestRequest;
const channel = openChannel(request.nonce);

for (const { slug } of request.exercises) await import(`./checks-${slug}.mjs`);

if (request.watch) {
  const { Worker } = await import('node:worker_threads');
  const worker = new Worker(new URL('./watchdog.mjs', import.meta.url), {
    workerData: {
      heartbeat: channel.heartbeat,
      nonce: request.nonce,
      stuckMs: request.stuckMs,
    },
  });
  await new Promise((ready) => worker.once('message', ready));
  worker.unref();
}

const guest = createGuest(channel.beat);

fortifyBeforeLockdown(guest.world);
// `lockdown` in two steps, because nothing can be changed after the second.
repairIntrinsics({
  errorTaming: 'safe',
  consoleTaming: 'unsafe',
  overrideTaming: 'severe',
  domainTaming: 'unsafe',
  stackFiltering: 'verbose',
  evalTaming: 'safe-eval',
  reporting: 'none',
  errorTrapping: 'none',
  unhandledRejectionTrapping: 'none',
});
fortifyDuringLockdown(() => guest.code);
hardenIntrinsics();
fortifyAfterLockdown();

const MAX_MESSAGE = 8_000;
const MAX_TIMELINE = 12_000;

function cut(text: string | undefined, max: number): string | undefined {
  return text !== undefined && text.length > max ? `${text.slice(0, max)} …` : text;
}

/** Only plain texts leave the guest, and no long ones. */
function reported({ status, message, kind, timeline, replay }: GuestResult): GuestResult {
  const texts = {
    message: cut(message, MAX_MESSAGE),
    kind: cut(kind, 500),
    timeline: cut(timeline, MAX_TIMELINE),
    replay: cut(replay, 2_000),
  };
  const present = Object.entries(texts).filter(([, text]) => text !== undefined);
  return { status, ...Object.fromEntries(present) };
}

async function judge(exercise: GuestExercise): Promise<void> {
  const { world } = guest;
  const load = guest.open(exercise);
  const known = new Map((collected.get(exercise.slug) ?? []).map((check) => [check.id, check]));
  for (const id of exercise.checks) {
    channel.send({ type: 'start', slug: exercise.slug, check: id });
    const check = known.get(id) as Check;
    const host = { world, load, ...(request.budget ? { budget: request.budget } : {}) };
    const result = await runCheck(guarded(check, world.host), host, exercise.token);
    channel.send({ type: 'result', slug: exercise.slug, check: id, result: reported(result) });
  }
}

channel.send({ type: 'ready' });
for (const exercise of request.exercises) await judge(exercise);
channel.send({ type: 'end' });
process.exit(0);
