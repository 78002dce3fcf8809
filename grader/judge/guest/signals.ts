import events from 'node:events';
import { syncBuiltinESMExports } from 'node:module';
import { types } from 'node:util';

declare const harden: <T>(value: T) => T;

type Keyed = Record<PropertyKey, unknown>;

// Captured before any submission is loaded.
const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const readMap = Map.prototype.get;

/** A signal that has been through everything, and so has every field that Node gives to one. */
function createUsedSignal(): AbortSignal {
  const controller = new AbortController();
  const { signal } = controller;
  signal.addEventListener('abort', () => {});
  signal.onabort = () => {};
  AbortSignal.any([signal]);
  return signal;
}

const fieldOf = (holder: object, key: PropertyKey): unknown =>
  getOwnPropertyDescriptor(holder, key)?.value;

/** How signals look from inside, and nobody has changed them. */
function studySignals(labsSignal: AbortSignal) {
  const used = createUsedSignal();
  const nodesKeys = new Set(ownKeys(used));
  const events = ownKeys(used).find((key) => String(key) === 'Symbol(kEvents)') as symbol;
  const usedEvents = fieldOf(used, events) as Map<string, object>;
  const root = readMap.call(usedEvents, 'abort') as object;
  return {
    nodesKeys,
    /** What the lab itself defines on its signals, for good. */
    labsKeys: new Set(ownKeys(labsSignal).filter((key) => !nodesKeys.has(key))),
    events,
    listPrototype: getPrototypeOf(usedEvents),
    nodePrototype: getPrototypeOf(fieldOf(root, 'next') as object),
  };
}

let untouched: ReturnType<typeof studySignals>;

/** An object with this prototype whose fields are all plain values: what is read there once is what is always read there. */
function isPlainly(value: unknown, prototype: object | null): value is Keyed {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return false;
  const fields = ownKeys(value).map((key) => getOwnPropertyDescriptor(value, key));
  return getPrototypeOf(value) === prototype && fields.every((field) => field && 'value' in field);
}

/** Whether a list of listeners is what it looks like: whoever is called at an abort is also shown. */
function isHonestList(root: object): boolean {
  if (!isPlainly(root, getPrototypeOf(root))) return false;
  for (let node = root.next; node !== undefined; node = (node as Keyed).next) {
    if (!isPlainly(node, untouched.nodePrototype) || node.listener === undefined) return false;
  }
  return true;
}

/** A field of a signal's that neither Node nor the lab has made could be called in place of its listeners. */
function isKnownField(signal: AbortSignal, key: string | symbol): boolean {
  const field = getOwnPropertyDescriptor(signal, key) as PropertyDescriptor;
  const { nodesKeys, labsKeys } = untouched;
  return nodesKeys.has(key) ? 'value' in field : labsKeys.has(key) && !field.configurable;
}

function isUntouched(signal: AbortSignal): boolean {
  if (types.isProxy(signal) || getPrototypeOf(signal) !== AbortSignal.prototype) return false;
  if (!ownKeys(signal).every((key) => isKnownField(signal, key))) return false;
  const lists = fieldOf(signal, untouched.events);
  // Made when the first listener comes.
  if (lists === undefined || lists === null) return true;
  if (!isPlainly(lists, untouched.listPrototype) || ownKeys(lists).length > 0) return false;
  const root = readMap.call(lists as unknown as Map<string, object>, 'abort') as object | undefined;
  return root === undefined || isHonestList(root);
}

/** As many listeners as nobody has. */
const TAMPERED = Array.from({ length: 1_000 }, () => () => {});

/**
 * Makes Node's `getEventListeners`, by which the lab counts what a submission leaves behind, see through a signal whose
 * insides were changed: symbols lead every holder of a signal to its list of listeners. Before lockdown.
 */
export function watchSignals(labsSignal: AbortSignal): void {
  untouched = studySignals(labsSignal);
  // Not found from any global: what is defined there would be seen by every listener of every later check.
  harden([untouched.listPrototype, untouched.nodePrototype]);
  const { getEventListeners } = events;
  events.getEventListeners = (target, name) =>
    target instanceof AbortSignal && !isUntouched(target)
      ? TAMPERED
      : getEventListeners(target as EventTarget, name as string);
  syncBuiltinESMExports();
}
