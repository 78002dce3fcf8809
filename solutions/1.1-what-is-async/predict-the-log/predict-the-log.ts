/** 0. Running code and a timer of 10 ms. */
export const predictToast = (): string => 'bread butter';

/** 1. Running code and a timer of 0 ms. */
export const predictDoorbell = (): string => 'ring wait open';

/** 2. The inside of `new Promise`, and `then`. */
export const predictTicket = (): string => 'write tear next cook';

/** 3. A timer and a microtask. */
export const predictPost = (): string => 'sort letter parcel';

/** 4. Microtasks that queue microtasks. */
export const predictRumour = (): string => 'ann eve ben cleo news';

/** 5. Two timers, and a microtask of the first. */
export const predictBus = (): string => 'bus doors tram';

/** 6. An async function, before and after its `await`. */
export const predictBarista = (): string => 'order grind pay pour';

/** 7. Two async functions side by side. */
export const predictTills = (): string => 'a1 b1 queue a2 b2 a3 b3';

/** 8. Two chains of `then` side by side. */
export const predictKitchen = (): string => 'hungry wash mix cut bake fry';

/** 9. Timers with the same delay, and with different ones. */
export const predictOven = (): string => 'bread rolls crust cake';

/** 10. What goes on while a function awaits. */
export const predictLaundry = (): string => 'load read lunch hang';

/** 11. Immediates, microtasks and a timer. */
export const predictKiosk = (): string => 'hello tea coffee milk cake paper';

/** 12. `finally` in a function that awaits. */
export const predictLock = (): string => 'lock next write unlock saved';
