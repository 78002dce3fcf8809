import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { COURSE_ROOT } from '../course/catalogue.ts';
import { atEnd } from '../judge/host/at-end.ts';
import { isolation } from '../judge/host/sandbox.ts';
import type { Isolation } from '../verdict.ts';
import { compare, ms, type Row } from './bench-measure.ts';

const LOCKDOWN = `lockdown({ errorTaming: 'safe', consoleTaming: 'unsafe', overrideTaming: 'severe',
  domainTaming: 'unsafe', stackFiltering: 'verbose', evalTaming: 'safe-eval', reporting: 'none',
  errorTrapping: 'none', unhandledRejectionTrapping: 'none' });`;
const COMPARTMENT = 'new Compartment({ globals: {}, __options__: true }).evaluate("1");';
const lab = path.join(COURSE_ROOT, 'grader/check/check.ts');
const BUNDLE = `import 'ses'; import { runCheck } from ${JSON.stringify(lab)}; globalThis.run = runCheck;`;

/** What a guest would do at its start if nothing was kept; each step adds one thing to the one before. */
const PROGRAMS: [string, string][] = [
  ['+ permission model', ''],
  ['+ bundle: SES, the lab, expect', BUNDLE],
  ['+ lockdown', `${BUNDLE}\n${LOCKDOWN}`],
  ['+ one compartment', `${BUNDLE}\n${LOCKDOWN}\n${COMPARTMENT}`],
];

async function bundleOf(program: string, dir: string, name: string): Promise<string> {
  const entry = path.join(dir, `${name}.ts`);
  writeFileSync(entry, program);
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    logLevel: 'silent',
    resolve: {
      conditionNames: ['judge', 'node', 'import', 'default'],
      alias: { ses: path.join(COURSE_ROOT, 'node_modules/ses') },
    },
  });
  await bundle.write({ dir, format: 'esm', entryFileNames: '[name].mjs', minify: true });
  await bundle.close();
  return path.join(dir, `${name}.mjs`);
}

/** The median time in which a guest comes up in this isolation, in ms; another process, because one keeps to one isolation. */
function guestBoot(kind: Isolation): number {
  const env = { ...process.env, COURSE_ISOLATION: kind };
  const program = path.join(import.meta.dirname, 'bench-guest.ts');
  return Number(execFileSync(process.execPath, ['--no-warnings', program], { env }));
}

/** What each layer around a submission costs before the first check can run. */
export async function benchBoot(): Promise<Row[]> {
  const dir = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const forget = atEnd(() => rmSync(dir, { recursive: true, force: true }));
  const node = (args: string[]) => () =>
    execFileSync(process.execPath, ['--no-warnings', ...args], { stdio: 'ignore', env: {} });
  const files = await Promise.all(PROGRAMS.map(([, text], i) => bundleOf(text, dir, `step${i}`)));
  const steps = files.map((file) => node(['--permission', `--allow-fs-read=${dir}/*`, file]));

  const actions = [node(['--eval', '0']), ...steps];
  for (const action of actions) await action();
  const [bare = 0, ...others] = await compare(21, actions);
  rmSync(dir, { recursive: true, force: true });
  forget();

  const guest = guestBoot('process');
  const rows = [
    { what: 'bare `node -e 0`', ours: ms(bare) },
    ...others.map((duration, i) => {
      const before = i === 0 ? bare : (others[i - 1] ?? 0);
      const what = PROGRAMS[i]?.[0] ?? '';
      return { what, ours: ms(duration), beside: `${ms(duration - before)} more` };
    }),
    {
      what: 'the guest, all of this from a snapshot',
      ours: ms(guest),
      beside: `${ms(guest - bare)} more than bare`,
    },
  ];
  if (isolation() !== 'bubblewrap') return rows;
  const walled = guestBoot('bubblewrap');
  const beside = `${ms(walled - guest)} more`;
  return [...rows, { what: '+ bubblewrap', ours: ms(walled), beside }];
}
