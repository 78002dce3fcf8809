export const misconception = {
  belief: {
    en: 'When a promise is already settled, `then` calls its callback at once.',
    zh: '如果 promise 已经落定，`then` 会立即调用它的回调。',
  },
  refutation: {
    en: '`then` never calls back on the spot. It queues a microtask, also for a settled promise, and that runs when the code that is running has come to its end. So the caller can rely on one order.',
    zh: '`then` 从不当场回调。即使 promise 已经落定，它也只是排入一个微任务，等正在运行的代码结束后再运行。这样调用者面对的顺序只有一种。',
  },
  read: '1.1-what-is-async',
};

export const predictToast = (): string => 'bread butter';
export const predictDoorbell = (): string => 'ring wait open';
export const predictTicket = (): string => 'write tear cook next';
export const predictPost = (): string => 'letter sort parcel';
export const predictRumour = (): string => 'ann ben cleo eve news';
export const predictBus = (): string => 'bus doors tram';
export const predictBarista = (): string => 'order grind pay pour';
export const predictTills = (): string => 'a1 b1 queue a2 b2 a3 b3';
export const predictKitchen = (): string => 'wash cut fry mix bake hungry';
export const predictOven = (): string => 'bread rolls crust cake';
export const predictLaundry = (): string => 'load read lunch hang';
export const predictKiosk = (): string => 'tea hello coffee milk cake paper';
export const predictLock = (): string => 'lock next write unlock saved';
