export const misconception = {
  belief: {
    en: 'All callbacks wait in one queue and run in the order in which they were set.',
    zh: '所有回调都在同一个队列里等，按设定的先后运行。',
  },
  refutation: {
    en: 'asyncio has one queue for what is ready; Node has several. The microtask queue goes first, and it is emptied after every single callback, before the next immediate or timer.',
    zh: 'asyncio 的就绪队列只有一个，Node 却有好几个。微任务队列优先：每个回调之后都要先把它清空，然后才轮到下一个 immediate 或定时器。',
  },
  read: '1.1-what-is-async',
};

export const predictToast = (): string => 'bread butter';
export const predictDoorbell = (): string => 'ring wait open';
export const predictTicket = (): string => 'write tear next cook';
export const predictPost = (): string => 'sort parcel letter';
export const predictRumour = (): string => 'news ann eve ben cleo';
export const predictBus = (): string => 'bus tram doors';
export const predictBarista = (): string => 'order grind pay pour';
export const predictTills = (): string => 'a1 b1 queue a2 b2 a3 b3';
export const predictKitchen = (): string => 'hungry wash mix cut bake fry';
export const predictOven = (): string => 'bread rolls crust cake';
export const predictLaundry = (): string => 'load read lunch hang';
export const predictKiosk = (): string => 'hello paper coffee cake tea milk';
export const predictLock = (): string => 'lock next write unlock saved';
