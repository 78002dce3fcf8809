// attack: uses the parameters of the wrapper as if they were its own
// expect: score 0
declare const $export: any, $course: any;
const loot: string[] = [];
for (const read of [() => $export, () => $course, () => (arguments as any)[0], () => (arguments as any)[1]]) {
  try {
    const value: any = (read as any)();
    loot.push(typeof value, String(value), Reflect.ownKeys(value).join());
    value('downloadAll', () => () => 'wrong');
  } catch (error: any) {
    loot.push(error.message);
  }
}
export async function downloadAll(): Promise<any> {
  throw new Error(loot.join());
}
