import { expect, test } from 'vitest';
import type { Verdict } from '../verdict.ts';
import { type TerminalOptions, terminal } from './terminal.ts';

const options: TerminalOptions = {
  language: 'en',
  color: false,
  ascii: false,
  title: 'Start everything, then wait',
};

const timeline = [
  '          0       50      100     150     200     250     300 ms',
  '          ┼───────┼───────┼────────┼───────┼───────┼───────┼',
  'GET /a    ├───────────────┤',
  'GET /b                    ├────────────────┤',
  'in flight  111111111111111111111111111111111·  peak 1 (expected 2)',
].join('\n');

const failed: Verdict = {
  id: 'overlap',
  status: 'failed',
  score: 1,
  maxScore: 3,
  checks: [
    {
      id: 'starts-all',
      title: 'every download starts before the first one ends',
      status: 'failed',
      weight: 2,
      message: 'Your downloads ran one after another: GET /b started at 100 ms.',
      timeline,
      replay: 's1.k9f2',
    },
    { id: 'keeps-order', title: 'the results keep their order', status: 'passed', weight: 1 },
  ],
  misconception: {
    id: 'await-in-loop',
    belief: 'A loop that awaits each download still lets them overlap.',
    refutation: 'Each await suspends your whole function.',
    read: '1.2-benefits',
  },
};

const hung: Verdict = {
  id: 'overlap',
  status: 'error',
  score: 0,
  maxScore: 1,
  checks: [{ id: 'only', title: 'the only check', status: 'not-run', weight: 1 }],
  outcome: {
    kind: 'blocked',
    message: 'This loop never gives control back.',
    file: 'overlap.ts',
    line: 8,
    source: '  while (true) {}',
  },
};

test('terminal() shows per check what happened, when, and how to see it again', () => {
  expect(terminal(failed, options)).toMatchInlineSnapshot(`
    "overlap — Start everything, then wait

      ✗ every download starts before the first one ends
        Your downloads ran one after another: GET /b started at 100 ms.

                  0       50      100     150     200     250     300 ms
                  ┼───────┼───────┼────────┼───────┼───────┼───────┼
        GET /a    ├───────────────┤
        GET /b                    ├────────────────┤
        in flight  111111111111111111111111111111111·  peak 1 (expected 2)

        again: npm run grade overlap -- --replay s1.k9f2

      ✓ the results keep their order

      1 of 3 points

      You may believe:
        A loop that awaits each download still lets them overlap.
      In fact:
        Each await suspends your whole function.
      Read: chapters/1.2-benefits/README.md
    "
  `);
});

test('terminal() speaks Chinese', () => {
  expect(
    terminal(failed, { ...options, language: 'zh', title: '先全部启动' }),
  ).toMatchInlineSnapshot(`
    "overlap — 先全部启动

      ✗ every download starts before the first one ends
        Your downloads ran one after another: GET /b started at 100 ms.

                  0       50      100     150     200     250     300 ms
                  ┼───────┼───────┼────────┼───────┼───────┼───────┼
        GET /a    ├───────────────┤
        GET /b                    ├────────────────┤
        in flight  111111111111111111111111111111111·  peak 1 (expected 2)

        重放：npm run grade overlap -- --replay s1.k9f2

      ✓ the results keep their order

      得分 1 / 3

      你可能以为：
        A loop that awaits each download still lets them overlap.
      其实：
        Each await suspends your whole function.
      阅读：chapters/1.2-benefits/README.zh-CN.md
    "
  `);
});

test('terminal() keeps the columns of a timeline when the terminal knows ASCII only', () => {
  expect(terminal(failed, { ...options, ascii: true })).toMatchInlineSnapshot(`
    "overlap - Start everything, then wait

      x every download starts before the first one ends
        Your downloads ran one after another: GET /b started at 100 ms.

                  0       50      100     150     200     250     300 ms
                  +-------+-------+--------+-------+-------+-------+
        GET /a    |---------------|
        GET /b                    |----------------|
        in flight  111111111111111111111111111111111.  peak 1 (expected 2)

        again: npm run grade overlap -- --replay s1.k9f2

      v the results keep their order

      1 of 3 points

      You may believe:
        A loop that awaits each download still lets them overlap.
      In fact:
        Each await suspends your whole function.
      Read: chapters/1.2-benefits/README.md
    "
  `);
});

test('terminal() points at the line that hangs', () => {
  expect(terminal(hung, options)).toMatchInlineSnapshot(`
    "overlap — Start everything, then wait

      · The only check did not run.

      This loop never gives control back.
      overlap.ts, line 8
        while (true) {}

      0 of 1 point
    "
  `);
});

test('terminal() does not say twice what a check already said', () => {
  const message = 'This loop never gives control back.';
  const check = { id: 'a', title: 'a', status: 'failed' as const, weight: 1, message };
  expect(terminal({ ...hung, checks: [check] }, options).split(message)).toHaveLength(2);
  expect(terminal({ ...hung, checks: [check] }, options)).toContain('overlap.ts, line 8');
  const exact = `Blocked at overlap.ts:8: ${message}`;
  const verdict: Verdict = {
    ...hung,
    checks: [{ ...check, message: exact }],
    outcome: { kind: 'blocked', file: 'overlap.ts', line: 8, message: exact },
  };
  expect(terminal(verdict, options)).not.toContain('overlap.ts, line 8');
});

test('terminal() says once what several checks have to say', () => {
  const message = 'Your file exports no function `overlap`.';
  const checks = failed.checks.map(({ id, title, weight }) => ({
    ...{ id, title, weight, message, replay: 's1' },
    status: 'failed' as const,
  }));
  const { misconception: _, ...verdict } = failed;
  expect(terminal({ ...verdict, checks }, options)).toMatchInlineSnapshot(`
    "overlap — Start everything, then wait

      ✗ every download starts before the first one ends
        Your file exports no function \`overlap\`.
        again: npm run grade overlap -- --replay s1

      ✗ the results keep their order
        The same as above.

      1 of 3 points
    "
  `);
});

test('terminal() says in one line that nobody has started', () => {
  const verdict: Verdict = { ...hung, status: 'not-started' };
  const { outcome: _, ...plainVerdict } = verdict;
  expect(terminal(plainVerdict, options)).toMatchInlineSnapshot(`
    "overlap — Start everything, then wait

      Not started: todo() is still in place.
    "
  `);
});

test('terminal() can be brief about what passed, and only about that', () => {
  const passed: Verdict = { ...hung, status: 'passed', score: 1 };
  expect(terminal(passed, { ...options, brief: true })).toMatchInlineSnapshot(`
    "✓ overlap — Start everything, then wait · 1 of 1 point
    "
  `);
  expect(terminal(failed, { ...options, brief: true })).toBe(terminal(failed, options));
});

test('terminal() repeats the folder in the replay command', () => {
  expect(terminal(failed, { ...options, dir: '../my class' })).toContain(
    'npm run grade overlap -- --dir "../my class" --replay s1.k9f2',
  );
});

test('terminal() moves a wide timeline to the left rather than let it wrap', () => {
  const widest = Math.max(...timeline.split('\n').map((line) => line.length));
  expect(terminal(failed, { ...options, columns: widest + 1 })).toContain('\n in flight');
  expect(terminal(failed, { ...options, columns: 40 })).toContain('\nin flight');
});

test('terminal() prints no escape sequence of the submission, with colour or without', () => {
  const evil = '\x1b[2J\x1b]0;owned\x07\rpassed';
  const check = { id: 'a', title: evil, status: 'failed' as const, weight: 1, message: evil };
  const verdict: Verdict = {
    ...failed,
    checks: [{ ...check, timeline: evil, replay: evil }],
    outcome: { kind: 'syntax', message: evil, file: evil, line: 1, source: evil },
  };
  for (const color of [false, true]) {
    const text = terminal(verdict, { ...options, color });
    expect(text.includes('\x1b[31m✗\x1b[39m')).toBe(color);
    expect(text).toContain('passed');
    for (const part of ['\x1b[2J', '\x1b]', '\x07', '\r']) expect(text).not.toContain(part);
  }
  expect(terminal(verdict, options)).not.toContain('\x1b');
});
