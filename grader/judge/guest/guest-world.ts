import { SourceMap } from 'node:module';
import { todo } from '../../course/learner.ts';
import { CheckFailure } from '../../lab/failure.ts';
import type { Site } from '../../lab/outcome.ts';
import { World } from '../../lab/world.ts';
import type { GuestExercise } from '../protocol.ts';
import { createEndowments } from './endowments.ts';

declare const harden: <T>(value: T) => T;
declare const getStackString: (error: Error) => string;
declare class Compartment {
  constructor(options: { globals: object; __options__: true });
  evaluate(code: string): unknown;
}

type Factory = (declareExport: (name: string, read: () => unknown) => void, course: object) => void;

/** The lines of the learner's file that a stack names, found through the source map. */
function createSiteFinder({ file, map, source }: GuestExercise): (stack: string) => Site[] {
  const sourceMap = new SourceMap(JSON.parse(map));
  const lines = source.split(/\r\n|\r|\n/);
  const frame = new RegExp(`${file.replace(/[^\w]/g, '\\$&')}:(\\d+):(\\d+)`, 'g');
  return (stack) =>
    [...stack.matchAll(frame)].flatMap(([, line, column]) => {
      // The compiled code has a header of one line; the map counts from zero.
      const entry = sourceMap.findEntry(Number(line) - 2, Number(column) - 1);
      if (!('originalLine' in entry)) return [];
      const text = lines[entry.originalLine];
      return [
        { file, line: entry.originalLine + 1, ...(text === undefined ? {} : { source: text }) },
      ];
    });
}

export interface Guest {
  world: World;
  /** Makes the loader of one exercise: each call evaluates the file in a new compartment. To be called after lockdown. */
  open(exercise: GuestExercise): () => unknown;
}

/** The world of this process. To be made before lockdown, because fake-timers changes intrinsics when it makes a clock. */
export function createGuest(onTurn: () => void): Guest {
  let findSites: (stack: string) => Site[] = () => [];
  const world = new World({
    onTurn,
    // A bound function shows no source, and nothing on a hardened one can be replaced.
    shield: (trusted) => harden(trusted.bind(undefined)) as typeof trusted,
    stackOf: (error) => getStackString(error),
    sitesIn: (stack) => findSites(stack),
  });
  process.on('unhandledRejection', (reason) => world.unhandledRejection(reason));
  process.on('rejectionHandled', () => {});
  process.on('uncaughtException', (error) => world.lab?.noteUncaught(error));

  return {
    world,
    open(exercise) {
      findSites = createSiteFinder(exercise);
      const endowments = createEndowments(world);
      const course = harden({ todo: todo.bind(undefined) });
      return () => {
        const exported = new Map<string, () => unknown>();
        const declareExport = harden((name: string, read: () => unknown): void => {
          exported.set(String(name), read);
        });
        evaluate(exercise, endowments())(declareExport, course);
        return readable(exported);
      };
    },
  };
}

function evaluate({ code, file }: GuestExercise, globals: object): Factory {
  const compartment = new Compartment({ globals, __options__: true });
  try {
    return compartment.evaluate(`${code}\n//# sourceURL=${file}`) as Factory;
  } catch (error) {
    // The host has parsed the file already, so this is the evaluator's own caution.
    const { message } = error as Error;
    throw new CheckFailure(`The judge refuses to run this file: ${message}.`, 'rejected-file');
  }
}

function readable(exported: ReadonlyMap<string, () => unknown>): object {
  return new Proxy({}, { get: (_, name) => exported.get(String(name))?.() });
}
