// attack: puts comments and odd white space between import and its bracket
// expect: rejected-file
export async function downloadAll(): Promise<any> {
  return import/* ( */
    // (
    ('node:fs');
}
