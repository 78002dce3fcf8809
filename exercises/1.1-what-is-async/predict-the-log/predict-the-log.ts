import { todo } from '#course';

// One prediction for each program of the statement: the words that it logs, in their order, with a space between them.
// Write down what you expect; nothing is run here. The toast is done, to show what an answer looks like.

/** 0. Running code and a timer of 10 ms. */
export const predictToast = (): string => 'bread butter';

/** 1. Running code and a timer of 0 ms. */
export const predictDoorbell = (): string => todo();

/** 2. The inside of `new Promise`, and `then`. */
export const predictTicket = (): string => todo();

/** 3. A timer and a microtask. */
export const predictPost = (): string => todo();

/** 4. Microtasks that queue microtasks. */
export const predictRumour = (): string => todo();

/** 5. Two timers, and a microtask of the first. */
export const predictBus = (): string => todo();

/** 6. An async function, before and after its `await`. */
export const predictBarista = (): string => todo();

/** 7. Two async functions side by side. */
export const predictTills = (): string => todo();

/** 8. Two chains of `then` side by side. */
export const predictKitchen = (): string => todo();

/** 9. Timers with the same delay, and with different ones. */
export const predictOven = (): string => todo();

/** 10. What goes on while a function awaits. */
export const predictLaundry = (): string => todo();

/** 11. Immediates, microtasks and a timer. */
export const predictKiosk = (): string => todo();

/** 12. `finally` in a function that awaits. */
export const predictLock = (): string => todo();
