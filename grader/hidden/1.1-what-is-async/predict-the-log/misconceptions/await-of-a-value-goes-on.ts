export const misconception = {
  belief: {
    en: '`await` suspends only when there is something to wait for; with a plain value the function just goes on.',
    zh: '只有真的需要等待时，`await` 才会挂起；后面是普通的值时，函数会直接往下走。',
  },
  refutation: {
    en: '`await` always suspends, for one microtask at least: what follows it never runs before the caller has gone on.',
    zh: '`await` 总会挂起，至少挂起一个微任务：它后面的代码，绝不会在调用者继续之前运行。',
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
export const predictLaundry = (): string => 'load read lunch hang';
export const predictKiosk = (): string => 'hello tea coffee milk cake paper';
export const predictLock = (): string => 'lock write unlock next saved';
