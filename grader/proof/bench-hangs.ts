import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { judge } from '../judge/judge.ts';
import { FIXTURES, fixtureExercise } from '../judge/test-submission.ts';
import { compare, ms, type Row } from './bench-measure.ts';

const KINDS = ['blocked', 'livelock', 'deadlock', 'memory', 'output'];
const probe = fixtureExercise('probe');

async function judgeFixture(file: string): Promise<void> {
  const dir = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    mkdirSync(path.join(dir, probe.folder), { recursive: true });
    cpSync(file, path.join(dir, probe.folder, 'probe.ts'));
    await judge(dir, [probe]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** How long the verdict on each way to hang takes, with the line named and everything else judged. */
export async function benchHangs(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const kind of KINDS) {
    for (const name of readdirSync(path.join(FIXTURES, kind))) {
      const file = path.join(FIXTURES, kind, name);
      const [duration = 0] = await compare(3, [() => judgeFixture(file)]);
      const bar = { text: '≤ 3000 ms', holds: duration <= 3_000 };
      rows.push({ what: `${kind}: ${path.basename(name, '.ts')}`, ours: ms(duration), bar });
    }
  }
  return rows;
}
