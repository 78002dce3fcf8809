import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installGlobals } from '../lab/install.ts';
import type { Site } from '../lab/outcome.ts';
import { World } from '../lab/world.ts';

const FRAME = /(?:\(|at |@)((?:file:\/\/)?[^\s()]+?)(?:\?[^:]*)?:(\d+):\d+\)?$/;

/** The frames of a stack that lie in one of the learner's folders, with the text of their lines. */
function sitesIn(stack: string, isLearners: (file: string) => boolean): Site[] {
  const sites: Site[] = [];
  for (const frame of stack.split('\n')) {
    const [, place = '', line = '0'] = FRAME.exec(frame.trim()) ?? [];
    const file = place.startsWith('file://') ? fileURLToPath(place) : place;
    if (!path.isAbsolute(file) || !isLearners(file)) continue;
    const source = readFileSync(file, 'utf8').split('\n')[Number(line) - 1];
    sites.push({
      file: path.basename(file),
      line: Number(line),
      ...(source === undefined ? {} : { source }),
    });
  }
  return sites;
}

/** A world for this very process, as vitest needs it: virtual time is on `globalThis` between `enter` and `leave`. */
export function createProcessWorld(isLearners: (file: string) => boolean): {
  world: World;
  inside<T>(run: () => Promise<T>): Promise<T>;
} {
  const world = new World({
    onTurn: () => {},
    shield: (trusted) => trusted,
    stackOf: (error) => error.stack ?? '',
    sitesIn: (stack) => sitesIn(stack, isLearners),
  });
  const handlers = {
    unhandledRejection: (reason: unknown): void => world.unhandledRejection(reason),
    uncaughtException: (error: unknown): void => world.lab?.noteUncaught(error),
    // Without a listener Node would warn on the terminal of a rejection that the lab has already reported.
    rejectionHandled: (): void => {},
  };

  return {
    world,
    async inside(run) {
      const giveBack = Object.entries(handlers).map(([event, handler]) => takeOver(event, handler));
      const uninstall = installGlobals(world.globals);
      try {
        return await run();
      } finally {
        uninstall();
        for (const undo of giveBack) undo();
      }
    },
  };
}

/** Listens alone: whoever runs the tests listens too, and would fail the whole run for what fails one check. */
function takeOver(event: string, handler: (reason: unknown) => void): () => void {
  const others = process.listeners(event as never) as ((...args: unknown[]) => void)[];
  process.removeAllListeners(event);
  process.on(event, handler);
  return () => {
    process.off(event, handler);
    for (const listener of others) process.on(event, listener);
  };
}
