import childProcess, { type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { COURSE_ROOT, type Exercise } from '../course/catalogue.ts';
import type { Judgement, JudgeOptions } from '../judge/judge.ts';

/** A copy of the course with a secret in everything that is hidden, and room for submissions. */
export interface Arena {
  course: string;
  submissions: string;
  exercises: Exercise[];
  /** The copy's own judge. */
  judge(dir: string, exercises: readonly Exercise[], options?: JudgeOptions): Promise<Judgement>;
  /** Tells whether the secret is in a text, or in what guests have written since it was last asked. */
  hasLeaked(text: string): boolean;
  /** Changes when any file of the copy does. */
  fingerprint(): string;
  close(): void;
}

const SKIPPED = ['.git', '.course', 'node_modules'];

/** A constant that the checks carry with them into the guest: text that no bundler can leave out. */
function hide(secret: string, hiddenTest: string): string {
  const carried = hiddenTest.replace(
    /^const test = checksFor.*$/m,
    `$&\n(test as unknown as Record<string, string>).secret = '${secret}';`,
  );
  // In the body of each check too, so that the source of any of its functions shows it.
  return carried.replace(
    /async \(t\) => \{$/gm,
    `$&\n  if ((t as unknown) === '${secret}') throw new Error('${secret}');`,
  );
}

function hideEverywhere(secret: string, course: string): void {
  for (const folder of ['grader/hidden', 'solutions']) {
    const root = path.join(course, folder);
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      const file = path.join(root, name);
      if (!statSync(file).isFile() || !name.endsWith('.ts') || name.endsWith('config.ts')) continue;
      const text = readFileSync(file, 'utf8');
      const hidden = name.endsWith('.test.ts') ? hide(secret, text) : text;
      // The stub is no secret.
      if (!name.endsWith('stub.ts')) writeFileSync(file, `${hidden}\n// ${secret}\n`);
    }
  }
  writeFileSync(path.join(course, 'secret.txt'), secret);
}

/** Keeps what children write, on their outputs and on the report channel. */
function listenToChildren(): () => string {
  let heard = '';
  const { spawn } = childProcess;
  const listening = (...args: Parameters<typeof spawn>): ChildProcess => {
    const child = spawn(...args);
    for (const stream of child.stdio.slice(1)) {
      (stream as NodeJS.ReadableStream | null)?.on('data', (chunk) => {
        heard += chunk;
      });
    }
    return child;
  };
  childProcess.spawn = listening as typeof spawn;
  syncBuiltinESMExports();
  return () => {
    const text = heard;
    heard = '';
    return text;
  };
}

function fingerprintOf(course: string): string {
  const hash = createHash('sha256');
  const visit = (dir: string): void => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const file = path.join(dir, entry.name);
      if (entry.isDirectory()) visit(file);
      else if (entry.isFile()) hash.update(`${file}\0`).update(readFileSync(file));
      else hash.update(`${file}\0link`);
    }
  };
  visit(course);
  return hash.digest('hex');
}

/** Makes the arena: a copy, so that whatever an attack does to the course, it does not do it to this one. */
export async function openArena(): Promise<Arena> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'course-attacks-'));
  const course = path.join(root, 'course');
  const submissions = path.join(root, 'submissions');
  const secret = `CANARY${randomBytes(12).toString('hex')}`;
  cpSync(COURSE_ROOT, course, {
    recursive: true,
    filter: (file) => !SKIPPED.includes(path.relative(COURSE_ROOT, file)),
  });
  symlinkSync(
    path.join(COURSE_ROOT, 'node_modules'),
    path.join(course, 'node_modules'),
    'junction',
  );
  hideEverywhere(secret, course);
  // What another student has handed in is a secret too.
  const neighbour = path.join(submissions, 'alice/1.2-benefits/overlap');
  mkdirSync(neighbour, { recursive: true });
  writeFileSync(path.join(neighbour, 'overlap.ts'), `export const secret = '${secret}';\n`);

  const heard = listenToChildren();
  const moduleOf = (name: string): string => pathToFileURL(path.join(course, name)).href;
  const { judge } = (await import(moduleOf('grader/judge/judge.ts'))) as Pick<Arena, 'judge'>;
  const { loadCatalogue } = (await import(
    moduleOf('grader/course/catalogue.ts')
  )) as typeof import('../course/catalogue.ts');
  return {
    course,
    submissions,
    exercises: loadCatalogue().exercises,
    judge,
    hasLeaked: (text) => (text + heard()).includes(secret),
    fingerprint: () => fingerprintOf(course),
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}
