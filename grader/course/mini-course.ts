import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Catalogue, COURSE_ROOT, loadCatalogue } from './catalogue.ts';

/** Copies the course of three exercises to a folder that the running test may change. */
export function miniCourse(): Catalogue {
  const root = mkdtempSync(path.join(os.tmpdir(), 'mini-course-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(path.join(COURSE_ROOT, 'grader/fixtures/course'), root, { recursive: true });
  return loadCatalogue(root);
}
