// attack: makes the grader's copying fail, and poisons the class of the error that comes back
// expect: score 0
export async function downloadAll(_urls: any, download: any): Promise<any> {
  const loot: string[] = [];
  const deep: any[] = [];
  let inner = deep;
  for (let i = 0; i < 50; i++) inner.push((inner = []));
  for (const argument of [deep, { get a() { throw undefined; } }, new Array(200_000)]) {
    await download(argument).catch((error: any) => {
      const { constructor } = error;
      loot.push(String(constructor), String(Object.getPrototypeOf(constructor)));
      try {
        Object.defineProperty(constructor, Symbol.hasInstance, { value: () => true });
      } catch (refused: any) {
        loot.push(refused.message);
      }
    });
  }
  throw new Error(loot.join());
}
