import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Io } from './io.ts';

/** The README of a folder in the learner's language, else the English one, else none. */
export function readmeIn(io: Io, dir: string): string | undefined {
  const names = io.language === 'zh' ? ['README.zh-CN.md', 'README.md'] : ['README.md'];
  return names.map((name) => path.join(dir, name)).find((file) => existsSync(file));
}
