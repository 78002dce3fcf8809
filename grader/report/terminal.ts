import { styleText } from 'node:util';
import type { Language } from '../course/catalogue.ts';
import type { CheckVerdict, MatchedMisconception, Outcome, Verdict } from '../verdict.ts';
import { ascii } from './ascii.ts';
import { plain } from './plain.ts';
import { width } from './width.ts';
import { type Words, words } from './words.ts';
import { wrap } from './wrap.ts';

/** How a report is shown. */
export interface TerminalOptions {
  language: Language;
  color: boolean;
  ascii: boolean;
  /** Width of the terminal; 80 unless told otherwise. */
  columns?: number;
  /** The exercise's title, shown beside its slug. */
  title?: string;
  /**
   * The folder that was graded, when it is not the learner's own; part of the command that
   * repeats.
   */
  dir?: string;
  /** One line is enough for what passed. */
  brief?: boolean;
}

interface Page extends TerminalOptions {
  columns: number;
  words: Words;
  paint(format: Parameters<typeof styleText>[0], text: string): string;
}

function page(options: TerminalOptions): Page {
  return {
    columns: 80,
    ...options,
    words: words[options.language],
    paint: (format, text) =>
      options.color ? styleText(format, text, { validateStream: false }) : text,
  };
}

/** As far to the right as it still fits, because a wrapped timeline cannot be read. */
function indented(drawing: string, columns: number): string {
  const lines = plain(drawing).split('\n');
  const room = columns - Math.max(...lines.map(width));
  const indent = ' '.repeat(Math.max(0, Math.min(4, room)));
  return lines.map((line) => (line === '' ? '' : indent + line)).join('\n');
}

function replayCommand(slug: string, replay: string, dir: string | undefined): string {
  const where = dir === undefined ? '' : `--dir ${/\s/.test(dir) ? `"${dir}"` : dir} `;
  return `npm run grade ${slug} -- ${where}--replay ${plain(replay)}`;
}

/** Tells whether an earlier check already said all that this one has to say. */
function isRepeated(check: CheckVerdict, checks: readonly CheckVerdict[]): boolean {
  const first = checks.find(({ message }) => message === check.message);
  return Boolean(check.message) && first !== check && !check.timeline;
}

function checkText(check: CheckVerdict, { id, checks }: Verdict, on: Page): string {
  const title = wrap(plain(check.title), on.columns, '    ').trimStart();
  const notRun = check.status === 'not-run' ? on.paint('dim', on.words.didNotRun) : '';
  const mark = { passed: on.paint('green', '✓'), failed: on.paint('red', '✗'), 'not-run': '·' };
  const blocks = [`  ${mark[check.status]} ${title}${notRun}`];
  if (isRepeated(check, checks)) return [...blocks, `    ${on.words.asAbove}`].join('\n');
  if (check.message) blocks.push(wrap(plain(check.message), on.columns, '    '));
  if (check.timeline) blocks.push('', indented(check.timeline, on.columns), '');
  if (check.replay) {
    const command = replayCommand(id, check.replay, on.dir);
    blocks.push(on.paint('dim', `    ${on.words.again}${command}`), '');
  }
  return blocks.join('\n');
}

function checksText(verdict: Verdict, on: Page): string {
  if (verdict.status === 'not-started') return `  ${on.words.notStarted}`;
  const { checks } = verdict;
  const noneRan = checks.every((check) => check.status === 'not-run' && !check.message);
  if (noneRan) return checks.length === 0 ? '' : `  · ${on.words.noneRan(checks.length)}`;
  return checks.map((check) => checkText(check, verdict, on)).join('\n');
}

function outcomeText(outcome: Outcome, checks: CheckVerdict[], on: Page): string {
  const isSaid = checks.some((check) => check.message?.includes(outcome.message));
  const place = `${outcome.file}:${outcome.line}`;
  if (isSaid && outcome.message.includes(place)) return '';
  const lines = isSaid ? [] : [wrap(plain(outcome.message), on.columns, '  ')];
  if (outcome.file !== undefined && outcome.line !== undefined) {
    lines.push(on.paint('dim', `  ${on.words.line(plain(outcome.file), outcome.line)}`));
  }
  if (outcome.source !== undefined) {
    const source = plain(outcome.source).split('\n')[0]?.trim() ?? '';
    lines.push(
      `    ${source.length > on.columns - 5 ? `${source.slice(0, on.columns - 6)}…` : source}`,
    );
  }
  return lines.join('\n');
}

function misconceptionText(misconception: MatchedMisconception, on: Page): string {
  const { belief, refutation, read } = misconception;
  const chapter = /^\d[^/]*$/.test(read) ? `chapters/${read}/${on.words.readme}` : read;
  return [
    on.paint('bold', `  ${on.words.belief}`),
    wrap(belief, on.columns, '    '),
    on.paint('bold', `  ${on.words.refutation}`),
    wrap(refutation, on.columns, '    '),
    `  ${on.words.read}${chapter}`,
  ].join('\n');
}

function finish(blocks: string[], options: TerminalOptions): string {
  const text = `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
  return options.ascii ? ascii(text) : text;
}

/**
 * Draws one verdict for a terminal: its checks, what went wrong, the score and the likely
 * misconception.
 */
export function terminal(verdict: Verdict, options: TerminalOptions): string {
  const on = page(options);
  const title = options.title === undefined ? '' : ` — ${options.title}`;
  const heading = on.paint('bold', `${verdict.id}${title}`);
  const points = on.words.points(verdict.score, verdict.maxScore);
  if (options.brief && verdict.status === 'passed') {
    return finish([`${on.paint('green', '✓')} ${heading} · ${points}`], options);
  }
  const blocks = [heading, checksText(verdict, on).trimEnd()];
  if (verdict.outcome) blocks.push(outcomeText(verdict.outcome, verdict.checks, on));
  if (verdict.status !== 'not-started') {
    const color = verdict.status === 'passed' ? 'green' : 'red';
    blocks.push(on.paint(color, `  ${points}`));
  }
  if (verdict.misconception) blocks.push(misconceptionText(verdict.misconception, on));
  return finish(blocks, options);
}
