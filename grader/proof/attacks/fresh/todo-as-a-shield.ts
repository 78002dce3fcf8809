// attack: calls todo() after wrong work, so that failures are counted as not started
// expect: score 0
import { todo } from '#course';
export async function downloadAll(): Promise<any> {
  try {
    todo();
  } catch {}
  return 'wrong';
}
