// attack: E7 forks
// expect: rejected-file
import { fork } from 'node:child_process';
for (;;) fork(process.argv[1] ?? '', { detached: true, stdio: 'ignore' }).unref();
