export const misconception = {
  belief: {
    en: 'At an `await` the program stands still until the result is there.',
    zh: '遇到 `await`，整个程序会停下来，直到结果出来。',
  },
  refutation: {
    en: '`await` suspends one function. Whoever called it goes on at once with a promise, and so does everything else that is due meanwhile.',
    zh: '`await` 只挂起一个函数。调用者拿到 promise 后立即继续，其间到期的其他事情也照常进行。',
  },
  read: '1.1-what-is-async',
};

export const predictToast = (): string => 'bread butter';
export const predictDoorbell = (): string => 'ring wait open';
export const predictTicket = (): string => 'write tear next cook';
export const predictPost = (): string => 'sort letter parcel';
export const predictRumour = (): string => 'ann eve ben cleo news';
export const predictBus = (): string => 'bus doors tram';
export const predictBarista = (): string => 'order grind pour pay';
export const predictTills = (): string => 'a1 a2 a3 b1 b2 b3 queue';
export const predictKitchen = (): string => 'hungry wash mix cut bake fry';
export const predictOven = (): string => 'bread rolls crust cake';
export const predictLaundry = (): string => 'load hang read lunch';
export const predictKiosk = (): string => 'hello tea coffee milk cake paper';
export const predictLock = (): string => 'lock write unlock next saved';
