import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { promisify } from 'node:util';
import type { RealmGlobals } from './realm.ts';
import { createTimersPromises } from './timers-promises.ts';

type Replaceable = Record<string, unknown>;

/** Replaces properties and returns the way back. */
function replace(target: object, values: object): () => void {
  const before = Object.entries(values).map(([key, value]) => {
    const descriptor = Object.getOwnPropertyDescriptor(target, key);
    Object.defineProperty(target, key, { value, configurable: true, writable: true });
    return { key, descriptor };
  });
  return () => {
    for (const { key, descriptor } of before) {
      if (descriptor) Object.defineProperty(target, key, descriptor);
      else delete (target as Replaceable)[key];
    }
  };
}

function virtualHrtime(now: () => number): NodeJS.HRTime {
  const hrtime = (previous?: [number, number]): [number, number] => {
    const ms = now() - (previous ? previous[0] * 1e3 + previous[1] / 1e6 : 0);
    return [Math.floor(ms / 1e3), Math.round((ms % 1e3) * 1e6)];
  };
  return Object.assign(hrtime, { bigint: () => BigInt(Math.round(now() * 1e6)) });
}

function virtualTemporalNow(now: () => number): Partial<typeof Temporal.Now> {
  const localZone = Temporal.Now.timeZoneId();
  const instant = () => Temporal.Instant.fromEpochMilliseconds(Math.floor(now()));
  const zoned = (zone: Temporal.TimeZoneLike = localZone) => instant().toZonedDateTimeISO(zone);
  return {
    instant,
    zonedDateTimeISO: zoned,
    plainDateTimeISO: (zone) => zoned(zone).toPlainDateTime(),
    plainDateISO: (zone) => zoned(zone).toPlainDate(),
    plainTimeISO: (zone) => zoned(zone).toPlainTime(),
  };
}

/** `promisify(setTimeout)` is more than a callback turned round: Node hands out the function of `timers/promises`. */
function makePromisifiable(globals: RealmGlobals, promises: Replaceable): void {
  for (const name of ['setTimeout', 'setImmediate'] as const) {
    Object.defineProperty(globals[name], promisify.custom, {
      value: promises[name],
      configurable: true,
    });
  }
}

/**
 * Puts the virtual globals on `globalThis`, `process` and the timer modules of this process, named imports included.
 * Returns the function that takes them away again.
 */
export function installGlobals(globals: RealmGlobals): () => void {
  const { performance: virtualPerformance, Math: virtualMath, ...rest } = globals;
  const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate } =
    rest;
  const promises = createTimersPromises(globals) as Replaceable;
  makePromisifiable(globals, promises);
  const moduleTimers = {
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    setImmediate,
    clearImmediate,
  };
  const undo = [
    replace(globalThis, rest),
    replace(performance, { now: virtualPerformance.now }),
    replace(Math, { random: virtualMath.random }),
    replace(process, { hrtime: virtualHrtime(virtualPerformance.now) }),
    replace(timers, moduleTimers),
    replace(timersPromises, promises),
    replace(Temporal.Now, virtualTemporalNow(virtualPerformance.now)),
  ];
  syncBuiltinESMExports();
  return () => {
    for (const step of undo.reverse()) step();
    syncBuiltinESMExports();
  };
}
