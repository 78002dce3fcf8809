import path from 'node:path';
import { type Bundle, newestBundle } from './bundle.ts';
import { type GuestProcess, spawnGuest } from './sandbox.ts';

const COURSE_ROOT = path.resolve(import.meta.dirname, '../../..');

/** A guest that has been started before anybody knew what for. */
let spare: { bundle: Bundle; guest: GuestProcess } | undefined;

/**
 * Starts a guest of this course for whoever judges next. It boots while the program is still loading what it judges and
 * reports with, so that nobody waits for both. This file and what it imports are loaded before that, and have to be few.
 */
export function startSpare(): void {
  try {
    const bundle = newestBundle(COURSE_ROOT);
    if (bundle) spare = { bundle, guest: spawnGuest(bundle, false) };
  } catch {
    // Whatever is wrong here, the judge will find it again, and can say it.
  }
}

/** Hands over the guest that was started, if it is one of this bundle; otherwise it ends. */
export function takeSpare({ snapshot }: Bundle): GuestProcess | undefined {
  if (!spare) return undefined;
  const { bundle, guest } = spare;
  spare = undefined;
  if (bundle.snapshot === snapshot) return guest;
  guest.kill();
  return undefined;
}
