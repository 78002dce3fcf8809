import { isDeepStrictEqual } from 'node:util';
import { freezeWhatHasGrown, restoreFreeze } from './late-freeze.ts';
import 'ses';
import { fortifyAfterLockdown, fortifyBeforeLockdown, fortifyDuringLockdown } from './fortify.ts';
import { createGuest, type Guest } from './guest-world.ts';
import { freezeNodeErrors } from './node-errors.ts';
import { studySignals } from './signals.ts';

declare const repairIntrinsics: (options: object) => void;
declare const hardenIntrinsics: () => void;

/** Makes a virtual world, and repairs and hardens the intrinsics. To be done once, for the snapshot. */
export function prepareGuest(): Guest {
  restoreFreeze();
  // Node loads what compares when it is used first, and the guest would wait for it in its first check.
  isDeepStrictEqual([], []);
  const guest = createGuest();
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
  freezeNodeErrors();
  hardenIntrinsics();
  fortifyAfterLockdown();
  return guest;
}

/** Takes care that nobody can change what the grader relies on, also what a start from the snapshot has brought. */
export function hardenGuest({ world }: Guest): void {
  // The way to Temporal, whose prototypes nobody freezes.
  Reflect.deleteProperty(Date.prototype, 'toTemporalInstant');
  freezeWhatHasGrown();
  studySignals(world.newLab(0).abortController().signal);
}
