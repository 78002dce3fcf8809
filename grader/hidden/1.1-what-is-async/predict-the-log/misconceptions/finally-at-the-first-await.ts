export const misconception = {
  belief: {
    en: '`finally` runs when the function gives control back, so already at the first `await`.',
    zh: '函数一交出控制权就会运行 `finally`，所以在第一个 `await` 处它就运行了。',
  },
  refutation: {
    en: 'A function that awaits has not returned, it is suspended inside the `try` block. `finally` runs when that block really ends, so a lock stays locked across the `await`.',
    zh: '正在 await 的函数并没有返回，它只是挂起在 `try` 块里面。这个块真正结束时才运行 `finally`，所以跨过 `await`，锁仍然是锁着的。',
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
export const predictKitchen = (): string => 'hungry wash mix cut bake fry';
export const predictOven = (): string => 'bread rolls crust cake';
export const predictLaundry = (): string => 'load read lunch hang';
export const predictKiosk = (): string => 'hello tea coffee milk cake paper';
export const predictLock = (): string => 'lock unlock next write saved';
