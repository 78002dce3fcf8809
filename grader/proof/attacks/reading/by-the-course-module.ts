// attack: C4 looks into the one module that it may import
// expect: score 0
import * as course from '#course';
import { todo } from '#course';
const loot: string[] = [];
for (const value of [course, todo] as any[]) {
  for (const key of Reflect.ownKeys(value)) loot.push(`${String(key)} ${String(value[key])}`);
}
try {
  (course as any).todo = () => {};
} catch (error: any) {
  loot.push(error.message);
}
export async function downloadAll(): Promise<any> {
  throw new Error(loot.join());
}
