import { writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { parentPort, workerData } from 'node:worker_threads';
import { REPORT_FD } from '../protocol.ts';

/** Samples until the learner's code is found on the stack. */
const MAX_SAMPLES = 50;

const { heartbeat, nonce, stuckMs } = workerData as {
  heartbeat: SharedArrayBuffer;
  nonce: string;
  stuckMs: number;
};
const turns = new Int32Array(heartbeat);

interface Frame {
  url: string;
  location: { scriptId: string; lineNumber: number; columnNumber: number };
}

/** Stops the main thread again and again until a frame of the learner's file is on the stack, and reports it. */
function nameTheLine(): void {
  const session = new Session();
  const urls = new Map<string, string>();
  let samples = 0;
  session.connectToMainThread();
  session.on('Debugger.scriptParsed', ({ params }) => urls.set(params.scriptId, params.url));
  session.on('Debugger.paused', ({ params }) => {
    const frame = (params.callFrames as Frame[]).find(({ url, location }) => {
      const name = urls.get(location.scriptId) || url;
      return name.endsWith('.ts') && !name.includes('/');
    });
    samples += 1;
    if (frame) report(frame);
    else if (samples < MAX_SAMPLES) {
      session.post('Debugger.resume');
      setTimeout(() => session.post('Debugger.pause'), 2);
    }
  });
  session.post('Debugger.enable', () => session.post('Debugger.pause'));
}

function report({ location }: Frame): void {
  const message = {
    nonce,
    type: 'stuck',
    line: location.lineNumber + 1,
    column: location.columnNumber + 1,
  };
  writeSync(REPORT_FD, `${JSON.stringify(message)}\n`);
}

let seen = -1;
let since = performance.now();
let attached = false;
// Never cleared: without it nothing would keep this thread alive, and the inspector's answers would find nobody.
setInterval(() => {
  const now = Atomics.load(turns, 0);
  if (now !== seen) {
    seen = now;
    since = performance.now();
  } else if (!attached && performance.now() - since > stuckMs) {
    attached = true;
    nameTheLine();
  }
}, 20);
parentPort?.postMessage('ready');
