export const misconception = {
  belief: {
    en: 'A program logs its words in the order in which they stand in the source.',
    zh: '程序按源代码里的先后顺序输出。',
  },
  refutation: {
    en: 'A callback is code that is handed over to be called later. First comes everything that runs now; when it is over, the queues decide, and the source order counts only within one queue.',
    zh: '回调是交出去、留待以后调用的代码。先运行的是当下的全部代码；它结束之后由各个队列决定，源代码的顺序只在同一个队列里才算数。',
  },
  read: '1.1-what-is-async',
};

export const predictToast = (): string => 'bread butter';
export const predictDoorbell = (): string => 'ring open wait';
export const predictTicket = (): string => 'write tear cook next';
export const predictPost = (): string => 'parcel letter sort';
export const predictRumour = (): string => 'news ann ben cleo eve';
export const predictBus = (): string => 'bus doors tram';
export const predictBarista = (): string => 'order grind pour pay';
export const predictTills = (): string => 'a1 a2 a3 b1 b2 b3 queue';
export const predictKitchen = (): string => 'wash cut fry mix bake hungry';
export const predictOven = (): string => 'cake bread crust rolls';
export const predictLaundry = (): string => 'load hang lunch read';
export const predictKiosk = (): string => 'paper coffee milk cake tea hello';
export const predictLock = (): string => 'lock write unlock saved next';
