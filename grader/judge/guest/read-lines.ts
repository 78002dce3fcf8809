import { readSync } from 'node:fs';

const NEWLINE = 0x0a;
const CHUNK_BYTES = 64 * 1024;

function read(chunk: Uint8Array): number {
  try {
    return readSync(0, chunk);
  } catch (error) {
    // How Windows says that a pipe has ended.
    if ((error as NodeJS.ErrnoException).code === 'EOF') return 0;
    throw error;
  }
}

/** The lines of standard input; nothing else can run while the next one is waited for. */
export function* readLines(): Generator<string, void> {
  let parts: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let rest = chunk.subarray(0, read(chunk));
    if (rest.length === 0) return;
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      yield Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8');
      parts = [];
      rest = rest.subarray(end + 1);
    }
    parts.push(rest);
  }
}
