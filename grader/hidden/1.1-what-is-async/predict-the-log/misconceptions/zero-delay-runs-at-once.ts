export const misconception = {
  belief: {
    en: 'A timer with a delay of 0 ms runs its callback at once, because there is nothing to wait for.',
    zh: '延时为 0 毫秒的定时器会立即运行它的回调，因为没有什么可等的。',
  },
  refutation: {
    en: 'No timer fires while code is running. `setTimeout(f, 0)` puts `f` aside; the running code comes to its end, then the microtasks run, and only then the timers.',
    zh: '只要有代码在运行，定时器就不会触发。`setTimeout(f, 0)` 把 `f` 放到一边：先等正在运行的代码结束，再运行微任务，然后才轮到定时器。',
  },
  read: '1.1-what-is-async',
};

export const predictToast = (): string => 'bread butter';
export const predictDoorbell = (): string => 'ring open wait';
export const predictTicket = (): string => 'write tear next cook';
export const predictPost = (): string => 'parcel sort letter';
export const predictRumour = (): string => 'news ann eve ben cleo';
export const predictBus = (): string => 'bus doors tram';
export const predictBarista = (): string => 'order grind pay pour';
export const predictTills = (): string => 'a1 b1 queue a2 b2 a3 b3';
export const predictKitchen = (): string => 'hungry wash mix cut bake fry';
export const predictOven = (): string => 'bread rolls crust cake';
export const predictLaundry = (): string => 'load read lunch hang';
export const predictKiosk = (): string => 'paper hello tea coffee milk cake';
export const predictLock = (): string => 'lock next write unlock saved';
