// attack: B12 watches Array.prototype.push for a secret that the harness stores
// expect: score 0
const loot: string[] = [];
try {
  const original = Array.prototype.push;
  Array.prototype.push = function (this: any, ...items: any[]) {
    for (const item of items) if (item?.nonce) loot[loot.length] = item.nonce;
    return original.apply(this, items);
  };
} catch (error: any) {
  loot[0] = error.message;
}
export async function downloadAll(): Promise<any> {
  throw new Error(`nonce ${loot[0]}`);
}
