export const misconception = {
  belief: {
    en: 'Calling an async function only schedules it; its first line runs later.',
    zh: '调用 async 函数只是安排它运行，它的第一行要过后才执行。',
  },
  refutation: {
    en: 'That is how a Python coroutine behaves. In TypeScript the call runs the function at once, up to its first `await`, and only there control comes back to the caller.',
    zh: '那是 Python 协程的行为。在 TypeScript 里，调用会立即运行函数，直到它的第一个 `await`，到那里控制权才回到调用者手中。',
  },
  read: '1.1-what-is-async',
};

export const predictToast = (): string => 'bread butter';
export const predictDoorbell = (): string => 'ring wait open';
export const predictTicket = (): string => 'write tear next cook';
export const predictPost = (): string => 'sort letter parcel';
export const predictRumour = (): string => 'ann eve ben cleo news';
export const predictBus = (): string => 'bus doors tram';
export const predictBarista = (): string => 'order pay grind pour';
export const predictTills = (): string => 'queue a1 b1 a2 b2 a3 b3';
export const predictKitchen = (): string => 'hungry wash mix cut bake fry';
export const predictOven = (): string => 'bread rolls crust cake';
export const predictLaundry = (): string => 'read load lunch hang';
export const predictKiosk = (): string => 'hello tea coffee milk cake paper';
export const predictLock = (): string => 'next lock write unlock saved';
