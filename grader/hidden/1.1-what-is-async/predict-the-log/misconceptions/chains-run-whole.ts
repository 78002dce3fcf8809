export const misconception = {
  belief: {
    en: 'A chain of `then` runs from its first callback to its last before the next chain gets its turn.',
    zh: '一条 `then` 链会从头到尾运行完，然后才轮到下一条。',
  },
  refutation: {
    en: 'Each `then` waits for the promise of the one before it, so it is queued only when that one has run, behind everything that is queued already. Two chains take turns, callback by callback.',
    zh: '每个 `then` 等的是前一个 `then` 的 promise，所以前一个运行之后它才排入队列，而且排在已有的后面。两条链一个回调接一个回调地轮流运行。',
  },
  read: '1.1-what-is-async',
};

export const predictToast = (): string => 'bread butter';
export const predictDoorbell = (): string => 'ring wait open';
export const predictTicket = (): string => 'write tear next cook';
export const predictPost = (): string => 'sort letter parcel';
export const predictRumour = (): string => 'ann eve ben cleo news';
export const predictBus = (): string => 'bus doors tram';
export const predictBarista = (): string => 'order grind pay pour';
export const predictTills = (): string => 'a1 b1 queue a2 b2 a3 b3';
export const predictKitchen = (): string => 'hungry wash cut fry mix bake';
export const predictOven = (): string => 'bread rolls crust cake';
export const predictLaundry = (): string => 'load read lunch hang';
export const predictKiosk = (): string => 'hello tea coffee milk cake paper';
export const predictLock = (): string => 'lock next write unlock saved';
