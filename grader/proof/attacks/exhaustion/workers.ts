// attack: E7 starts workers
// expect: score 0
const g: any = globalThis;
for (let i = 0; i < 100; i++) {
  try {
    new g.Worker('data:text/javascript,for(;;);', { eval: true });
  } catch {}
}
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
