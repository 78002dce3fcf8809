import { writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { parentPort, workerData } from 'node:worker_threads';
import { REPORT_FD } from '../protocol.ts';

const POLL_MS = 20;
/**
 * A pause comes mostly between two microtasks, where nobody's code is on the stack; a few steps further it is. Whoever is
 * led into the grader's own code by that goes on for a moment, and tries again.
 */
const MAX_STEPS = 20;
const RESUME_MS = 3;

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

/** Processor time: a process that is kept waiting by a busy machine is not stuck. */
function usedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Stops the main thread again and again until a frame of the learner's file is on the stack, and reports it. */
function nameTheLine(onMoving: () => void): void {
  const session = new Session();
  const urls = new Map<string, string>();
  let steps = 0;
  session.connectToMainThread();
  session.on('Debugger.scriptParsed', ({ params }) => urls.set(params.scriptId, params.url));
  session.on('Debugger.paused', ({ params }) => {
    if (Atomics.load(turns, 0) !== seen) {
      session.disconnect();
      return onMoving();
    }
    const frame = (params.callFrames as Frame[]).find(({ url, location }) => {
      const name = urls.get(location.scriptId) || url;
      return name.endsWith('.ts') && !name.includes('/');
    });
    if (frame) return report(frame);
    steps += 1;
    if (steps % MAX_STEPS !== 0) {
      session.post('Debugger.stepInto');
      return;
    }
    session.post('Debugger.resume');
    setTimeout(() => session.post('Debugger.pause'), RESUME_MS);
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
let since = usedMs();
let attached = false;
// Never cleared: without it nothing would keep this thread alive, and the inspector's answers would find nobody.
setInterval(() => {
  const now = Atomics.load(turns, 0);
  if (now !== seen) {
    seen = now;
    since = usedMs();
  } else if (!attached && usedMs() - since > stuckMs) {
    attached = true;
    nameTheLine(() => {
      attached = false;
      since = usedMs();
    });
  }
}, POLL_MS);
parentPort?.postMessage('ready');
