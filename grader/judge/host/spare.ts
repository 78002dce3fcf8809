import path from 'node:path';
import type { GuestExercise } from '../protocol.ts';
import { type Bundle, latestBundle } from './bundle.ts';
import { type GuestProcess, spawnGuest, writeLine } from './sandbox.ts';

/** The course that this file belongs to; `catalogue.ts` knows it as well, but need not be loaded for it. */
const COURSE_ROOT = path.resolve(import.meta.dirname, '../../..');

/** A guest that has been started before anybody knew what for. */
export interface Spare {
  guest: GuestProcess;
  /** Whether it has been asked already for the first exercise that it is to judge. */
  isAsked: boolean;
}

let spare: (Spare & { bundle: Bundle }) | undefined;

/**
 * Starts a guest of this course for whoever judges next. It boots while the program is still loading what it judges and
 * reports with, so that nobody waits for both. This file and what it imports are loaded before that, and have to be few.
 */
export function startSpare(root: string = COURSE_ROOT): void {
  try {
    const bundle = latestBundle(root);
    if (bundle) spare = { bundle, guest: spawnGuest(bundle, false), isAsked: false };
  } catch {
    // Whatever is wrong here, the judge will find it again, and can say it.
  }
}

/** Asks the guest that was started for an exercise, if nobody has taken it yet. */
export function askSpare(exercise: GuestExercise): void {
  if (!spare) return;
  writeLine(spare.guest, {});
  writeLine(spare.guest, exercise);
  spare.isAsked = true;
}

/** Hands over the guest that was started, if it is one of this bundle, and has been asked for nothing but what is wanted. */
export function takeSpare({ snapshot }: Bundle, isWanted: boolean): Spare | undefined {
  const taken = spare;
  spare = undefined;
  if (taken?.bundle.snapshot === snapshot && (isWanted || !taken.isAsked)) return taken;
  taken?.guest.kill();
  return undefined;
}
