/** Globals that learners know from Node or the browser, and what a graded answer uses instead. */
const INSTEAD: Record<string, string> = {
  Buffer: 'use Uint8Array',
  require: 'use what is handed to your function',
  module: 'use export',
  global: 'use globalThis',
  fetch: 'use what is handed to your function',
  MessageChannel: 'use queueMicrotask or setImmediate to do something later',
  BroadcastChannel: 'use what is handed to your function',
  ReadableStream: 'use async iteration',
  WritableStream: 'use async iteration',
  TransformStream: 'use async iteration',
  Blob: 'use Uint8Array',
  crypto: 'use Math.random',
  scheduler: 'use setTimeout',
  navigator: 'do without it',
  Intl: 'format by hand',
  Worker: 'use what is handed to your function',
  WebSocket: 'use what is handed to your function',
  WebAssembly: 'do without it',
  FinalizationRegistry: 'do without it',
};

const EXPLANATIONS: PropertyDescriptorMap = Object.fromEntries(
  Object.entries(INSTEAD).map(([name, advice]) => [
    name,
    {
      configurable: true,
      get() {
        throw new ReferenceError(`${name} is not available to graded answers: ${advice}`);
      },
      set(this: object, value: unknown) {
        Object.defineProperty(this, name, { value, configurable: true, writable: true });
      },
    },
  ]),
);

/** Lets whoever reaches for a missing global read why, instead of "cannot read properties of undefined". */
export function explainMissingGlobals(globals: object): void {
  Object.defineProperties(globals, EXPLANATIONS);
}
