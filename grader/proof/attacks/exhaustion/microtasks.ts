// attack: E1 queues microtasks for ever
// expect: blocked
export async function downloadAll(): Promise<any> {
  for (;;) await null;
}
