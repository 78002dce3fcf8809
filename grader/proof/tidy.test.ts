import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COURSE_ROOT } from '../course/catalogue.ts';
import { type SourceFile, sourceFiles } from './source-files.ts';

const MAX_FILE_LINES = 300;

const grader = sourceFiles('grader').filter(
  ({ name }) => !/^grader\/(fixtures|proof\/attacks)\//.test(name),
);
const isTest = ({ name }: SourceFile): boolean => /\.test\.ts$/.test(name);
const isHidden = ({ name }: SourceFile): boolean => name.startsWith('grader/hidden/');

/** Which parts of the grader a part may import; `type` means for types only. */
const MAY_IMPORT: Record<string, { any: string[]; type?: string[] }> = {
  'grader/verdict.ts': { any: [] },
  'grader/lab/': { any: ['grader/lab/'] },
  'grader/check/': { any: ['grader/check/', 'grader/lab/', 'grader/course/'] },
  'grader/hidden/': {
    any: ['grader/check/', 'grader/course/learner.ts'],
    type: ['grader/lab/', 'grader/check/', 'solutions/'],
  },
  'grader/judge/protocol.ts': { any: [], type: ['grader/lab/'] },
  'grader/judge/guest/': {
    any: [
      'grader/judge/guest/',
      'grader/judge/protocol.ts',
      'grader/check/',
      'grader/lab/',
      'grader/course/learner.ts',
    ],
  },
  'grader/judge/host/': {
    any: ['grader/judge/host/', 'grader/judge/protocol.ts', 'grader/course/', 'grader/verdict.ts'],
    type: ['grader/lab/'],
  },
  'grader/judge/': {
    any: [
      'grader/judge/host/',
      'grader/judge/protocol.ts',
      'grader/course/',
      'grader/lab/',
      'grader/verdict.ts',
    ],
  },
  'grader/course/': { any: ['grader/course/', 'grader/verdict.ts'] },
  'grader/report/': { any: ['grader/report/', 'grader/course/', 'grader/verdict.ts'] },
  'grader/cli/': {
    any: ['grader/cli/', 'grader/report/', 'grader/judge/', 'grader/course/', 'grader/verdict.ts'],
  },
};

test('dependencies point one way: cli → report, judge, course → check → lab', () => {
  const wrong = grader
    .filter((file) => !isTest(file) || isHidden(file))
    .flatMap(({ name, imports }) => {
      const part = Object.keys(MAY_IMPORT).find((prefix) => name.startsWith(prefix));
      if (part === undefined) return [];
      const { any, type = [] } = MAY_IMPORT[part] as { any: string[]; type?: string[] };
      return imports
        .filter(({ file, typeOnly }) => {
          const allowed = typeOnly ? [...any, ...type] : any;
          return file !== undefined && !allowed.some((prefix) => file.startsWith(prefix));
        })
        .map(({ from }) => `${name} must not import ${from}: move what both need below them`);
    });
  expect(wrong).toEqual([]);
});

test('the lab reads no real clock and throws no real dice', () => {
  const wrong = grader
    .filter((file) => file.name.startsWith('grader/lab/') && !isTest(file))
    .filter(({ text }) =>
      /\bDate\.now\(|\bperformance\.now\(|\bMath\.random\(|\bnew Date\(\)/.test(text),
    )
    .map(({ name }) => `${name} must take its time and its randomness from the lab`);
  expect(wrong).toEqual([]);
});

test('files are small, and named by what they hold', () => {
  const wrong = grader
    .filter((file) => !isHidden(file))
    .flatMap(({ name, text }) => {
      const lines = text.split('\n').length;
      return [
        ...(lines > MAX_FILE_LINES ? [`${name} has ${lines} lines: split it by idea`] : []),
        ...(/\/(utils?|helpers?|types|common|misc)\.ts$/.test(name)
          ? [`${name} says nothing: name the file after its main export`]
          : []),
      ];
    });
  expect(wrong).toEqual([]);
});

test('no file is dead', () => {
  const scripts = readFileSync(path.join(COURSE_ROOT, 'package.json'), 'utf8');
  const configs = readFileSync(path.join(COURSE_ROOT, 'vitest.config.ts'), 'utf8');
  const imported = new Set(grader.flatMap(({ imports }) => imports.map(({ file }) => file)));
  // Named by their path instead of imported: the guest's entries and what Node starts itself.
  const everything = grader.map(({ text }) => text).join('\n');
  const dead = grader
    .filter((file) => !isTest(file) && !isHidden(file))
    .map(({ name }) => name)
    .filter((name) => !imported.has(name) && !scripts.includes(name) && !configs.includes(name))
    .filter((name) => !everything.includes(`'${path.posix.basename(name)}'`))
    .filter((name) => !everything.includes(name));
  expect(dead).toEqual([]);
});

test('Chinese pages use Chinese punctuation', () => {
  const pages = [
    ...globSync(['{chapters,exercises,solutions}/**/*.zh-CN.md', '*.zh-CN.md'], {
      cwd: COURSE_ROOT,
    }),
  ];
  const wrong = pages.flatMap((page) =>
    readFileSync(path.join(COURSE_ROOT, page), 'utf8')
      .replace(/^```[\s\S]*?^```/gm, '')
      .split('\n')
      .filter((line) => /\p{Script=Han}[,:;?!]|[,:;?!]\p{Script=Han}/u.test(line))
      .map((line) => `${page}: ${line.trim()}`),
  );
  expect(wrong).toEqual([]);
});

test('the lock file knows the binary packages of every platform', () => {
  const lock = JSON.parse(readFileSync(path.join(COURSE_ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(lock.packages).flatMap(([name, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((dependency) => !lock.packages[`node_modules/${dependency}`])
      .map((dependency) => `${name || 'this project'} wants ${dependency}: npm ci would refuse`),
  );
  expect(missing).toEqual([]);
});

test('nothing is left half done', () => {
  const marks = new RegExp(`\\b(${['FIX', 'XX'].join('|')})(ME|X)\\b`);
  const wrong = sourceFiles('grader', 'solutions').filter(({ text }) => marks.test(text));
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test('everything that a page links to is there', () => {
  const pages = globSync(['*.md', '{chapters,exercises,solutions,grader}/**/README*.md'], {
    cwd: COURSE_ROOT,
  });
  const broken = pages.flatMap((page) => {
    const text = readFileSync(path.join(COURSE_ROOT, page), 'utf8').replace(
      /^```[\s\S]*?^```/gm,
      '',
    );
    return [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)[^)]*\)/g)]
      .map(([, target]) => path.join(path.dirname(page), target as string))
      .filter((target) => !existsSync(path.join(COURSE_ROOT, target)))
      .map((target) => `${page} links to ${target}, which does not exist`);
  });
  expect(pages.length).toBeGreaterThan(50);
  expect(broken).toEqual([]);
});
