import { types } from 'node:util';

declare const harden: <T>(value: T) => T;

type Keyed = Record<PropertyKey, unknown>;

// Captured before any submission is loaded.
const { apply, ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const readMap = Map.prototype.get;
const readSet = Set.prototype.forEach;
const { addEventListener, removeEventListener } = EventTarget.prototype;
const { get: readAborted } = getOwnPropertyDescriptor(AbortSignal.prototype, 'aborted') as {
  get(this: AbortSignal): boolean;
};

/**
 * Makes `onabort` a listener like any other, which goes when the handler does. Node keeps an empty place in its list for a
 * handler that was taken back, and a submission can make anything pass for one. Before lockdown.
 */
export function replaceOnabort(): void {
  const places = new WeakMap<AbortSignal, { handler: unknown; listener: () => void }>();
  Object.defineProperty(AbortSignal.prototype, 'onabort', {
    get(this: AbortSignal) {
      // Refuses what is no signal with Node's own error.
      readAborted.call(this);
      return places.get(this)?.handler ?? null;
    },
    set(this: AbortSignal, handler: unknown) {
      readAborted.call(this);
      const place = places.get(this);
      if (typeof handler !== 'function') {
        if (place) removeEventListener.call(this, 'abort', place.listener);
        places.delete(this);
      } else if (place) place.handler = handler;
      else {
        const made = { handler, listener: (...args: unknown[]) => apply(made.handler, this, args) };
        places.set(this, made);
        addEventListener.call(this, 'abort', Object.freeze(made.listener));
      }
    },
  });
}

/** A signal that has been through everything, and so has every field that Node gives to one. */
function createUsedSignal(): AbortSignal {
  const controller = new AbortController();
  const { signal } = controller;
  signal.addEventListener('abort', () => {});
  AbortSignal.any([signal]);
  return signal;
}

const fieldOf = (holder: object, name: string | symbol): unknown =>
  getOwnPropertyDescriptor(holder, name)?.value;

/** How signals look from inside, and nobody has changed them. */
function study(labsSignal: AbortSignal) {
  const used = createUsedSignal();
  const nodesKeys = new Set(ownKeys(used));
  const keyOf = (name: string) =>
    ownKeys(used).find((key) => String(key) === `Symbol(${name})`) as symbol;
  const [events, dependants] = [keyOf('kEvents'), keyOf('kDependantSignals')];
  const usedEvents = fieldOf(used, events) as Map<string, object>;
  const usedDependants = fieldOf(used, dependants) as Set<object>;
  const root = readMap.call(usedEvents, 'abort') as object;
  let dependant: unknown;
  readSet.call(usedDependants, (reference) => {
    dependant = reference;
  });
  return {
    nodesKeys,
    /** What the lab itself defines on its signals, for good. */
    labsKeys: new Set(ownKeys(labsSignal).filter((key) => !nodesKeys.has(key))),
    events,
    dependants,
    listPrototype: getPrototypeOf(usedEvents),
    nodePrototype: getPrototypeOf(fieldOf(root, 'next') as object),
    setPrototype: getPrototypeOf(usedDependants),
    referencePrototype: getPrototypeOf(dependant as object),
  };
}

let untouched: ReturnType<typeof study>;

/** An object with this prototype whose fields are all plain values: what is read there once is what is always read there. */
function isPlainly(value: unknown, prototype: object | null): value is Keyed {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return false;
  const fields = ownKeys(value).map((key) => getOwnPropertyDescriptor(value, key));
  return getPrototypeOf(value) === prototype && fields.every((field) => field && 'value' in field);
}

const isBarely = (value: unknown, prototype: object | null): value is object =>
  isPlainly(value, prototype) && ownKeys(value).length === 0;

/** The listeners of a list, if it is what it looks like: whoever is called at an abort is also shown. */
function countHonestList(root: object): number | undefined {
  if (!isPlainly(root, Object.prototype)) return undefined;
  let count = 0;
  for (let node = root.next; node !== undefined; node = (node as Keyed).next) {
    if (!isPlainly(node, untouched.nodePrototype) || node.listener === undefined) return undefined;
    count += 1;
  }
  return count;
}

/** A field of a signal's that neither Node nor the lab has made could be called in place of its listeners. */
function isKnownField(signal: AbortSignal, key: string | symbol): boolean {
  const field = getOwnPropertyDescriptor(signal, key) as PropertyDescriptor;
  const { nodesKeys, labsKeys } = untouched;
  return nodesKeys.has(key) ? 'value' in field : labsKeys.has(key) && !field.configurable;
}

/** Whether only signals made by `AbortSignal.any` hear of an abort besides the listeners; they are held weakly. */
function hasHonestDependants(signal: AbortSignal): boolean {
  const dependants = fieldOf(signal, untouched.dependants);
  if (dependants === undefined) return true;
  if (!isBarely(dependants, untouched.setPrototype)) return false;
  let honest = true;
  readSet.call(dependants as Set<unknown>, (reference) => {
    honest &&= isBarely(reference, untouched.referencePrototype);
  });
  return honest;
}

function countListeners(signal: AbortSignal): number | undefined {
  if (types.isProxy(signal) || getPrototypeOf(signal) !== AbortSignal.prototype) return undefined;
  if (!ownKeys(signal).every((key) => isKnownField(signal, key))) return undefined;
  if (!hasHonestDependants(signal)) return undefined;
  const lists = fieldOf(signal, untouched.events);
  // Made when the first listener comes.
  if (lists === undefined) return 0;
  if (!isBarely(lists, untouched.listPrototype)) return undefined;
  const root = readMap.call(lists as Map<string, object>, 'abort') as object | undefined;
  return root === undefined ? 0 : countHonestList(root);
}

/** As many listeners as nobody has. */
const TAMPERED = 1_000;

/**
 * How many abort listeners a signal has. Node's own count believes what a submission can write: symbols lead every holder
 * of a signal to its list of listeners. Whoever has changed the insides of a signal has left a lot behind.
 */
export function abortListeners(signal: AbortSignal): number {
  return countListeners(signal) ?? TAMPERED;
}

/** Studies signals before a submission does, and freezes what they share inside. After lockdown. */
export function studySignals(labsSignal: AbortSignal): void {
  untouched = study(labsSignal);
  const { listPrototype, nodePrototype, setPrototype, referencePrototype } = untouched;
  // Not found from any global: what is defined there would be seen by every listener of every later check.
  harden([listPrototype, nodePrototype, setPrototype, referencePrototype]);
}
