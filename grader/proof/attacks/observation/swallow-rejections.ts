// attack: B17 takes away the listeners for unhandled rejections and uncaught exceptions
// expect: score 0
const p: any = (globalThis as any).process;
for (const name of ['unhandledRejection', 'uncaughtException', 'rejectionHandled']) {
  p.removeAllListeners?.(name);
  p.on?.(name, () => {});
}
p.setUncaughtExceptionCaptureCallback?.(() => {});
export async function downloadAll(): Promise<any> {
  Promise.reject(new Error('nobody listens'));
  throw new Error('wrong');
}
