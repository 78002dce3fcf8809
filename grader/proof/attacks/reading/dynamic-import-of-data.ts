// attack: C1 loads a module out of a data: address
// expect: rejected-file
const loaded = import('data:text/javascript,import%20fs%20from%20%22node:fs%22;fs.writeSync(3,%22x%22)');
export async function downloadAll(): Promise<any> {
  return loaded;
}
