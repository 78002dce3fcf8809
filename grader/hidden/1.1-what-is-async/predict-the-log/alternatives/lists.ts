const orders: Record<string, string[]> = {
  toast: ['bread', 'butter'],
  doorbell: ['ring', 'wait', 'open'],
  ticket: ['write', 'tear', 'next', 'cook'],
  post: ['sort', 'letter', 'parcel'],
  rumour: ['ann', 'eve', 'ben', 'cleo', 'news'],
  bus: ['bus', 'doors', 'tram'],
  barista: ['order', 'grind', 'pay', 'pour'],
  tills: ['a1', 'b1', 'queue', 'a2', 'b2', 'a3', 'b3'],
  kitchen: ['hungry', 'wash', 'mix', 'cut', 'bake', 'fry'],
  oven: ['bread', 'rolls', 'crust', 'cake'],
  laundry: ['load', 'read', 'lunch', 'hang'],
  kiosk: ['hello', 'tea', 'coffee', 'milk', 'cake', 'paper'],
  lock: ['lock', 'next', 'write', 'unlock', 'saved'],
};

// With commas, or one word a line: an answer is the words and their order, not the spaces.
const predict = (program: string, between = ', '): string =>
  orders[program]?.join(between) ?? 'unknown';

export const predictToast = (): string => predict('toast');
export const predictDoorbell = (): string => predict('doorbell');
export const predictTicket = (): string => predict('ticket');
export const predictPost = (): string => ` ${predict('post', ',')}\n`;
export const predictRumour = (): string => predict('rumour', '\n');
export const predictBus = (): string => predict('bus');
export const predictBarista = (): string => predict('barista', '  ');
export const predictTills = (): string => predict('tills');
export const predictKitchen = (): string => predict('kitchen');
export const predictOven = (): string => predict('oven');
export const predictLaundry = (): string => predict('laundry');
export const predictKiosk = (): string => predict('kiosk');
export const predictLock = (): string => predict('lock');
