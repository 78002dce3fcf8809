import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { COURSE_ROOT, type Exercise } from '../course/catalogue.ts';

export const FIXTURES = path.join(COURSE_ROOT, 'grader/fixtures/submissions');

/** An exercise whose checks lie in `grader/fixtures/submissions/<id>`. */
export function fixtureExercise(id: string): Exercise {
  const hiddenDir = path.join(FIXTURES, id);
  return {
    ...{ id, title: id, titleZh: id, section: 'fixtures', kind: 'implement', difficulty: 1 },
    ...{ minutes: 1, concepts: [], requires: [], hints: [], points: 4 },
    ...{ folder: `fixtures/${id}`, exerciseDir: hiddenDir, solutionDir: hiddenDir, hiddenDir },
    stubFile: path.join(hiddenDir, 'stub.ts'),
  };
}

/** The exercise that every submission in `grader/fixtures/submissions` answers. */
export const probe = fixtureExercise('probe');

/** A folder that is gone when the running test is over, or when something else is. */
export function temporaryFolder(onOver: (remove: () => void) => void = onTestFinished): string {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'submission-'));
  onOver(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

function placeIn(dir: string, { id, folder }: Exercise): string {
  mkdirSync(path.join(dir, folder), { recursive: true });
  return path.join(dir, folder, `${id}.ts`);
}

/** Hands in this text for each exercise; returns the submission's folder. */
export function submit(source: string, exercises: readonly Exercise[] = [probe]): string {
  const dir = temporaryFolder();
  for (const exercise of exercises) writeFileSync(placeIn(dir, exercise), source);
  return dir;
}

/** Hands in a file of `grader/fixtures/submissions`, such as `passed/ordinary.ts`. */
export function submitFixture(name: string): string {
  const dir = temporaryFolder();
  cpSync(path.join(FIXTURES, name), placeIn(dir, probe));
  return dir;
}

/** The root of a course without exercises: its guests are built for the running test alone. */
export function temporaryCourse(root = temporaryFolder()): string {
  mkdirSync(path.join(root, 'exercises'));
  writeFileSync(path.join(root, 'exercises/course.json'), '{ "course": "None", "sections": [] }');
  return root;
}

/** The process ids of this process's children, where the system tells. */
export function childProcesses(): string[] {
  const tasks = `/proc/${process.pid}/task`;
  if (!existsSync(tasks)) return [];
  return readdirSync(tasks)
    .flatMap((task) => readFileSync(path.join(tasks, task, 'children'), 'utf8').split(' '))
    .filter((pid) => pid !== '');
}
