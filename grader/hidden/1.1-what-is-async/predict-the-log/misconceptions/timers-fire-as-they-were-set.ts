export const misconception = {
  belief: {
    en: 'Timers wait in a queue: one fires after the other, in the order in which they were set.',
    zh: '定时器排成一队，按设定的先后一个接一个触发。',
  },
  refutation: {
    en: 'The delays run side by side. Whichever time comes first fires first; the order of setting decides only between timers with the same delay.',
    zh: '各个延时是同时在走的，谁的时间先到，谁就先触发；只有延时相同的定时器，才按设定的先后。',
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
export const predictOven = (): string => 'cake bread rolls crust';
export const predictLaundry = (): string => 'load read lunch hang';
export const predictKiosk = (): string => 'hello tea coffee milk cake paper';
export const predictLock = (): string => 'lock next write unlock saved';
