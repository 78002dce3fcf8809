import { type BusyWait, VirtualClock } from './clock.ts';
import type { ExploreOptions } from './explore/explore.ts';
import { fifo } from './explore/fifo.ts';
import type { Scheduler } from './explore/scheduler.ts';
import { CheckFailure } from './failure.ts';
import { Lab } from './lab.ts';
import { busyWaitSentence, type Site } from './outcome.ts';
import { createRandom, type Random } from './random.ts';
import { createRealm, type RealmGlobals } from './realm.ts';
import { trackPromises } from './stuck.ts';

/** What a world needs of the process that it lives in. */
export interface WorldHost {
  /** Called once per turn of the real event loop while a run is under way. */
  onTurn: () => void;
  /** Makes a trusted function safe to hand to a submission. */
  shield: <F extends (...args: never[]) => unknown>(trusted: F) => F;
  /** The text of a stack; error taming may hide the ordinary property. */
  stackOf: (error: Error) => string;
  /** The places in the learner's own file that a stack text names, innermost first. */
  sitesIn: (stack: string) => Site[];
  /** Counts the abort listeners on a signal, where a submission may have deceived Node's own count. */
  abortListeners?: (signal: AbortSignal) => number;
}

/**
 * One set of virtual globals for a process, and the lab that they belong to at the moment. Code may capture the
 * globals once; each new lab starts the same clock again at 0.
 */
export class World {
  readonly host: WorldHost;
  readonly clock: VirtualClock;
  readonly globals: RealmGlobals;
  /** What calls into the submission have returned: its own promises, as against the check's. */
  readonly returned = new WeakSet<object>();
  /** How `lab.explore` searches; whoever runs a check sets it. */
  exploration: ExploreOptions = { seed: 0 };
  /** Whether a run has asked for randomness since this was set: without it every seed gives the same run. */
  seeded = false;
  #random: Random = createRandom(0);
  #lab: Lab | undefined;
  #diagnosing = false;
  #promises: ReturnType<typeof trackPromises> | undefined;

  constructor(host: WorldHost) {
    this.host = host;
    this.clock = new VirtualClock(this.#events());
    this.globals = createRealm(this.clock, () => {
      this.seeded = true;
      return this.#random;
    });
  }

  /** The lab that is or was last under way. */
  get lab(): Lab | undefined {
    return this.#lab;
  }

  /** Begins a new lab at time 0; timers of the one before are forgotten. */
  newLab(seed: number, scheduler: Scheduler = fifo()): Lab {
    this.clock.reset(this.#events());
    this.#random = createRandom(seed);
    this.#lab = new Lab(this, createRandom(seed ^ 0x5eed), scheduler);
    return this.#lab;
  }

  /** While diagnosing, timers and promises note where they were made: slow, so for replays of a failure only. */
  get diagnosing(): boolean {
    return this.#diagnosing;
  }

  set diagnosing(on: boolean) {
    this.#diagnosing = on;
    this.#promises?.stop();
    this.#promises = on ? trackPromises(this.host.stackOf) : undefined;
  }

  /** Places in the learner's file that wait for a promise which never settled. */
  stuckAwaits(): Site[] {
    const stacks = this.#promises?.unsettled() ?? [];
    const sites = stacks.flatMap((stack) => this.host.sitesIn(stack).slice(0, 1));
    const awaits = sites.filter((site) => /\bawait\b/.test(site.source ?? ''));
    return distinct(awaits.length > 0 ? awaits : sites);
  }

  /** Where the timers that are still waiting were set. */
  recentSites(): Site[] {
    const waiting = [...this.clock.pendingTimeouts, ...this.clock.takeImmediates()];
    return distinct(
      waiting.flatMap((handle) => this.host.sitesIn(this.clock.siteOf(handle) ?? '').slice(0, 1)),
    );
  }

  unhandledRejection(untrusted: unknown): void {
    this.#lab?.noteUnhandled(untrusted);
  }

  #events() {
    return {
      uncaught: (untrusted: unknown) => this.#lab?.noteUncaught(untrusted),
      busyWait: (error: BusyWait) => {
        const sites = this.host.sitesIn(this.host.stackOf(error));
        const sentence = busyWaitSentence(this.clock.now, sites);
        this.#lab?.stop(new CheckFailure(sentence, 'blocked'));
      },
      site: () => (this.#diagnosing ? this.host.stackOf(new Error('set here')) : undefined),
    };
  }
}

function distinct(sites: Site[]): Site[] {
  const seen = new Map(sites.map((site) => [`${site.file}:${site.line}`, site]));
  return [...seen.values()].sort((a, b) => a.line - b.line).slice(0, 5);
}
