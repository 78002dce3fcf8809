export const misconception = {
  belief: {
    en: 'The loop runs the microtasks that are there, then the timers that are due, then the microtasks that have come meanwhile.',
    zh: '循环先运行现有的微任务，再运行到期的定时器，然后才运行其间新来的微任务。',
  },
  refutation: {
    en: 'The microtask queue is no phase of the loop. It is emptied whenever a callback has ended, with everything that is queued meanwhile. A chain of microtasks that never ends keeps every timer waiting.',
    zh: '微任务队列不是循环的一个阶段。每当一个回调结束，它都会被清空，其间新排入的也算在内。没有尽头的微任务链会让所有定时器一直等下去。',
  },
  read: '1.1-what-is-async',
};

export const predictToast = (): string => 'bread butter';
export const predictDoorbell = (): string => 'ring wait open';
export const predictTicket = (): string => 'write tear next cook';
export const predictPost = (): string => 'sort letter parcel';
export const predictRumour = (): string => 'ann eve news ben cleo';
export const predictBus = (): string => 'bus tram doors';
export const predictBarista = (): string => 'order grind pay pour';
export const predictTills = (): string => 'a1 b1 queue a2 b2 a3 b3';
export const predictKitchen = (): string => 'hungry wash mix cut bake fry';
export const predictOven = (): string => 'bread rolls crust cake';
export const predictLaundry = (): string => 'load read lunch hang';
export const predictKiosk = (): string => 'hello tea coffee cake milk paper';
export const predictLock = (): string => 'lock next write unlock saved';
