// attack: calls todo() from timers and microtasks that run after the check, to taint the next one
// expect: score 0
import { todo } from '#course';
const later = (): void => {
  try {
    todo();
  } catch {}
};
export async function downloadAll(): Promise<any> {
  for (const ms of [0, 1, 50, 1_000]) setTimeout(later, ms).unref();
  Promise.resolve().then(() => Promise.resolve().then(later));
  setImmediate(later);
  return 'wrong';
}
