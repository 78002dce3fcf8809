// attack: A7 replaces the bodies of all tests from a beforeAll hook
// expect: rejected-file
import { beforeAll } from 'vitest';
import { setFn } from 'vitest/suite';
beforeAll((suite: any) => {
  const walk = (task: any): void => {
    if (task.tasks) task.tasks.forEach(walk);
    else setFn(task, async () => {});
  };
  walk(suite.file ?? suite);
});
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
