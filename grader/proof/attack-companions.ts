import { type Built, RIGHT, WRONG, write } from './attack-place.ts';

/** A script that betrays that somebody ran it: the file appears in the submission. */
const betrays = (extra = ''): string =>
  `require('node:fs').writeFileSync(__dirname + '/ran.txt', 'ran');${extra}\n`;

/** Submissions with other files in them, which nobody may obey. */
const COMPANIONS: Record<
  string,
  [mechanism: string, files: Record<string, string>, source?: string]
> = {
  'runner-config': [
    'F1 configs of vitest and vite that run code and choose the tests',
    {
      'vitest.config.ts':
        "import fs from 'node:fs'; fs.writeFileSync('ran.txt', 'x'); export default { test: { include: [], passWithNoTests: true } };",
      'vite.config.js': betrays(),
      'vitest.workspace.json': '["./nowhere"]',
    },
  ],
  'package-scripts': [
    'F3 a package.json with scripts, another type and remapped imports',
    {
      'package.json': JSON.stringify({
        type: 'commonjs',
        scripts: {
          test: 'exit 0',
          pretest: 'touch ran.txt',
          postinstall: 'touch ran.txt',
          grade: 'echo 8/8',
        },
        imports: { '#course': './evil.cjs', '#check': './evil.cjs' },
      }),
      'evil.cjs': betrays('exports.todo = () => [];'),
    },
    `import { todo } from '#course';\n${WRONG.replace("return 'wrong'", 'todo()')}`,
  ],
  'package-manager-config': [
    'F4 settings of npm, yarn and pnpm that run code',
    {
      '.npmrc': 'node-options=--require ./evil.cjs\nscript-shell=./evil.sh\n',
      '.yarnrc.yml': 'yarnPath: ./evil.cjs\n',
      '.pnpmfile.cjs': betrays(),
      'evil.cjs': betrays(),
      'evil.sh': 'touch ran.txt\n',
    },
  ],
  tsconfig: [
    'F6 a tsconfig with paths to the solution, a foreign base and plugins',
    {
      'tsconfig.json': JSON.stringify({
        extends: '/etc/passwd',
        compilerOptions: {
          noCheck: true,
          paths: { '*': ['../../../solutions/*'] },
          plugins: [{ name: './evil.cjs' }],
        },
      }),
      'evil.cjs': betrays(),
    },
  ],
  'tool-configs': [
    'F7 configs of tools that are code: postcss, babel, swc, eslint, prettier, rolldown',
    Object.fromEntries(
      [
        'postcss.config.cjs',
        '.babelrc.js',
        '.swcrc',
        'eslint.config.cjs',
        'prettier.config.cjs',
        'rolldown.config.js',
        '.mocharc.cjs',
        'jest.config.cjs',
      ].map((name) => [name, betrays()]),
    ),
  ],
  dotenv: [
    'F10 an .env with options for node and vite',
    {
      '.env': 'NODE_OPTIONS=--require ./evil.cjs\nVITE_X=1\nCOURSE_ISOLATION=process\n',
      'evil.cjs': betrays(),
    },
  ],
  'own-tests': [
    'F13 F15 its own checks, exercise.json and tests, which choose what is graded',
    {
      'checks.json': JSON.stringify({
        checks: [{ id: 'fine', title: 'fine', weight: 8 }],
        misconceptions: [],
      }),
      'exercise.json': JSON.stringify({ id: 'overlap', points: 0 }),
      'overlap.test.ts': "import { test } from 'vitest'; test.only('fine', () => {});",
      '.meta/config.json': JSON.stringify({ files: { test: ['fine.ts'] } }),
      'course.json': JSON.stringify({ course: 'mine', sections: [] }),
    },
  ],
  snapshots: [
    'B24 snapshots and hooks of a test runner',
    {
      '__snapshots__/overlap.test.ts.snap': 'exports[`x 1`] = `"wrong"`;',
      'conftest.py': 'open("ran.txt", "w")',
      'vitest.setup.ts': "import fs from 'node:fs'; fs.writeFileSync('ran.txt', 'x');",
      'setupTests.js': betrays(),
    },
  ],
  workflow: [
    'F12 a workflow that grades itself',
    { '.github/workflows/grade.yml': 'on: push\njobs: {}\n', '.ci/run': 'exit 0\n' },
  ],
  'nested-modules': [
    'F9 node_modules of its own that shadow the tools of the grader',
    {
      'node_modules/ses/index.js': betrays('globalThis.lockdown = () => {};'),
      'node_modules/rolldown/index.js': betrays(),
      'node_modules/vitest/index.js': betrays(),
      'node_modules/ses/package.json': '{"main":"index.js"}',
    },
  ],
  'exotic-modules': [
    'F9 the same stem with other endings: mts, cts, js, json, node, wasm',
    Object.fromEntries(
      ['mts', 'cts', 'js', 'mjs', 'cjs', 'json', 'node', 'wasm', 'tsx', 'd.ts'].map((end) => [
        `overlap.${end}`,
        RIGHT,
      ]),
    ),
  ],
  'hostile-git': [
    'G12 a .git with hooks, a monitor, filters and a pager that run code',
    {
      '.git/config':
        '[core]\n\tfsmonitor = "touch ran.txt"\n\tpager = "touch ran.txt"\n\tsshCommand = "touch ran.txt"\n\tbare = false\n[filter "x"]\n\tsmudge = touch ran.txt\n',
      '.git/hooks/post-checkout': '#!/bin/sh\ntouch ran.txt\n',
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.gitattributes': '* filter=x\n',
    },
  ],
  'bundle-of-its-own': [
    'H6 a .course folder that looks like the bundle of the grader',
    {
      '.course/guest-0000000000000000/guest.blob': "process.stdout.write('forged')",
      'progress.json': '{"overlap":{"score":8}}',
    },
  ],
};

/** Attacks by other files than the one that is graded. */
export function companionAttacks(): Record<string, Built> {
  return Object.fromEntries(
    Object.entries(COMPANIONS).map(([name, [mechanism, files, source]]): [string, Built] => {
      const expect = name === 'exotic-modules' ? 'missing-file' : 'score 0';
      const main = name === 'exotic-modules' ? undefined : (source ?? WRONG);
      return [name, [mechanism, expect, (place) => write(place, main, files)]];
    }),
  );
}
