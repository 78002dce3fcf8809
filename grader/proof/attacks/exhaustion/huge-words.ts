// attack: E9 returns texts of a hundred megabytes, and keys as long
// expect: score 0
export async function downloadAll(): Promise<any> {
  return { ['k'.repeat(1e7)]: 'v'.repeat(1e8), list: new Array(5e4).fill('w'.repeat(1e4)) };
}
