// attack: A2 process.reallyExit, process.abort and process.kill, however they can be reached
// expect: score 0
const p: any = (globalThis as any).process;
const found: string[] = [];
for (const end of [() => p.reallyExit(0), () => p.abort(), () => p.kill(p.pid, 'SIGKILL'), () => p.binding('process_methods').reallyExit(0)]) {
  try {
    end();
  } catch (error: any) {
    found.push(error.message);
  }
}
export async function downloadAll(): Promise<any> {
  throw new Error(found.join());
}
