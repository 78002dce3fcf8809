// attack: imports names that #course does not export
// expect: rejected-file
import { todoFlag } from '#course';
todoFlag.take();
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
