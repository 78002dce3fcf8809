// attack: imports #course with attributes
// expect: score 0
import * as course from '#course' with { type: 'json' };
export async function downloadAll(): Promise<any> {
  throw new Error(String(course));
}
