import 'ses';
import { fortifyAfterLockdown, fortifyBeforeLockdown, fortifyDuringLockdown } from './fortify.ts';
import { createGuest, type Guest } from './guest-world.ts';
import { freezeNodeErrors } from './node-errors.ts';

declare const repairIntrinsics: (options: object) => void;
declare const hardenIntrinsics: () => void;

/** Makes a virtual world, and repairs the intrinsics. To be done once, for the snapshot. */
export function prepareGuest(): Guest {
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
  return guest;
}

/**
 * Takes care that nobody can change what the grader relies on. Not before the snapshot is taken: Node itself still changes
 * `Error` then.
 */
export function hardenGuest({ world }: Guest): void {
  hardenIntrinsics();
  fortifyAfterLockdown(world);
}
