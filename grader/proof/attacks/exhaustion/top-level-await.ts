// attack: E3 awaits for ever while it is loaded
// expect: rejected-file
await new Promise(() => {});
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
