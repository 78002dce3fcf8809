import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { miniCourse } from '../course/mini-course.ts';
import { ownDir, submissionFile } from '../course/submission.ts';
import { findTypeErrors } from './type-errors.ts';

function filesOf(course: ReturnType<typeof miniCourse>): string[] {
  return course.exercises.map((exercise) => submissionFile(ownDir(course), exercise));
}

test('findTypeErrors() has nothing to say about the stubs', async () => {
  const course = miniCourse();
  expect(await findTypeErrors(course.root, filesOf(course))).toEqual([]);
});

test('findTypeErrors() names file and line, and only of what is graded', async () => {
  const course = miniCourse();
  const [overlap = '', retry = ''] = filesOf(course);
  writeFileSync(overlap, "import './broken.ts';\n\nexport const answer: number = 'forty-two';\n");
  writeFileSync(path.join(path.dirname(overlap), 'broken.ts'), 'export const one: 1 = 2;\n');
  writeFileSync(retry, "import { todo } from '#course';\n\ntodo(1);\n");
  const errors = await findTypeErrors(course.root, [overlap, retry, '/no/such/file.ts']);
  expect(errors).toEqual([
    { file: overlap, line: 3, text: "Type 'string' is not assignable to type 'number'." },
    { file: retry, line: 3, text: 'Expected 0 arguments, but got 1.' },
  ]);
  expect(readdirSync(path.join(course.root, '.course'))).toEqual([]);
});

test('findTypeErrors() is silent when it was stopped or cannot write', async () => {
  const course = miniCourse();
  expect(await findTypeErrors(course.root, filesOf(course), AbortSignal.abort())).toEqual([]);
  expect(await findTypeErrors(import.meta.filename, filesOf(course))).toEqual([]);
});
