/**
 * `npm run bench [lab] [judge] [class] [boot] [hangs]`: measures in real time what the course promises about time, beside
 * what one would use instead. Medians of several runs; run it on a machine that has nothing else to do.
 */
import { benchBoot } from './bench-boot.ts';
import { benchHangs } from './bench-hangs.ts';
import { benchClass, benchJudge } from './bench-judge.ts';
import { benchLab } from './bench-lab.ts';
import { printTable, type Row } from './bench-measure.ts';

const BENCHES: Record<string, [title: string, measure: () => Promise<Row[]>]> = {
  lab: ['Virtual time', benchLab],
  judge: ['The judge beside vitest', benchJudge],
  class: ['A class', benchClass],
  boot: ['What protects the grader, step by step', benchBoot],
  hangs: ['Code that never gives control back', benchHangs],
};

const asked = process.argv.slice(2);
for (const [name, [title, measure]] of Object.entries(BENCHES)) {
  if (asked.length === 0 || asked.includes(name)) printTable(title, await measure());
}
