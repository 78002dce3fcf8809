import { SourceMap } from 'node:module';
import { todo } from '../../course/learner.ts';
import { CheckFailure } from '../../lab/failure.ts';
import type { Site } from '../../lab/outcome.ts';
import { World } from '../../lab/world.ts';
import type { GuestExercise } from '../protocol.ts';
import { createEndowments } from './endowments.ts';
import { explainMissingGlobals } from './missing-globals.ts';
import { abortListeners } from './signals.ts';

declare const harden: <T>(value: T) => T;
declare const getStackString: (error: Error) => string;
declare class Compartment {
  readonly globalThis: Record<string, unknown>;
  constructor(options: { globals: object; __options__: true });
  evaluate(code: string): unknown;
}

type Factory = (declareExport: (name: string, read: () => unknown) => void, course: object) => void;

/** The lines of the learner's file that a stack names, found through the source map. */
function createSiteFinder({ file, map, source }: GuestExercise): (stack: string) => Site[] {
  // Most submissions need no line named.
  let known: { sourceMap: SourceMap; lines: string[]; frame: RegExp } | undefined;
  const read = () => ({
    sourceMap: new SourceMap(JSON.parse(map)),
    lines: source.split(/\r\n|\r|\n/),
    frame: new RegExp(`${file.replace(/[^\w]/g, '\\$&')}:(\\d+):(\\d+)`, 'g'),
  });
  return (stack) => {
    known ??= read();
    const { sourceMap, lines, frame } = known;
    return [...stack.matchAll(frame)].flatMap(([, line, column]) => {
      // The compiled code has a header of one line; the map counts from zero.
      const entry = sourceMap.findEntry(Number(line) - 2, Number(column) - 1);
      if (!('originalLine' in entry)) return [];
      const text = lines[entry.originalLine];
      return [
        { file, line: entry.originalLine + 1, ...(text === undefined ? {} : { source: text }) },
      ];
    });
  };
}

/** The stack of an error, which may be the submission's: what it says or throws in its `stack` does not count. */
function readStack(untrusted: Error): string {
  try {
    return getStackString(untrusted);
  } catch {
    return '';
  }
}

export interface Guest {
  world: World;
  /** The compiled text of the exercise that is open. */
  readonly code: string;
  /** To be called once, after lockdown, in the process that judges: `onTurn` is called on every turn of its event loop. */
  begin(onTurn: () => void): void;
  /** Makes the loader of one exercise: each call evaluates the file in a new compartment. To be called after lockdown. */
  open(exercise: GuestExercise): () => unknown;
}

/** The world of this process. To be made before lockdown, because fake-timers changes intrinsics when it makes a clock. */
export function createGuest(): Guest {
  let onTurn = (): void => {};
  let findSites: (stack: string) => Site[] = () => [];
  let code = '';
  let endowments = (): object => ({});
  let course = {};
  const world = new World({
    onTurn: () => onTurn(),
    // A bound function shows no source, and nothing on a frozen one can be replaced. (`harden` would freeze nothing
    // else, but remember each of them for ever: explorations shield thousands.)
    shield: (trusted) => Object.freeze(trusted.bind(undefined)) as typeof trusted,
    stackOf: readStack,
    sitesIn: (stack) => findSites(stack),
    abortListeners,
  });
  return {
    world,
    get code() {
      return code;
    },
    begin(callback) {
      onTurn = callback;
      endowments = createEndowments(world);
      course = harden({ todo: todo.bind(undefined) });
      process.on('unhandledRejection', (reason) => world.unhandledRejection(reason));
      process.on('rejectionHandled', () => {});
      process.on('uncaughtException', (error) => world.lab?.noteUncaught(error));
    },
    open(exercise) {
      findSites = createSiteFinder(exercise);
      code = exercise.code;
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
  closeEvaluators(compartment.globalThis);
  explainMissingGlobals(compartment.globalThis);
  try {
    return compartment.evaluate(`${code}\n//# sourceURL=${file}`) as Factory;
  } catch (error) {
    // The host has parsed the file already, so this is the evaluator's own caution.
    const { message } = error as Error;
    throw new CheckFailure(`The judge refuses to run this file: ${message}.`, 'rejected-file');
  }
}

/**
 * Takes away what evaluates text. The host has seen the whole file as a syntax tree; SES sees a text of its own making
 * only as text, and `import.source()`, which reaches Node's module loader, is none that it knows.
 */
function closeEvaluators(globals: Record<string, unknown>): void {
  for (const name of ['eval', 'Compartment', 'lockdown', 'harden']) {
    Reflect.deleteProperty(globals, name);
  }
  // What is left of it answers `instanceof` and throws when it is called.
  globals.Function = Function.prototype.constructor;
}

function readable(exported: ReadonlyMap<string, () => unknown>): object {
  // Awaited on its way to the check: an export named `then` would be called and could put anything in its place.
  return new Proxy(
    {},
    { get: (_, name) => (name === 'then' ? undefined : exported.get(String(name))?.()) },
  );
}
