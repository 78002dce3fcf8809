// attack: rejects with a proxy that throws undefined the third time its prototype is asked for
// expect: score 0
export async function downloadAll(): Promise<any> {
  let asked = 0;
  throw new Proxy(
    {},
    {
      getPrototypeOf() {
        asked += 1;
        if (asked >= 3) throw undefined;
        return null;
      },
    },
  );
}
