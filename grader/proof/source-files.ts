import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { COURSE_ROOT } from '../course/catalogue.ts';

/** A source file of the course, with what it imports. */
export interface SourceFile {
  /** Path from the course's root, with forward slashes. */
  name: string;
  text: string;
  imports: Import[];
}

export interface Import {
  /** As written: `../lab/lab.ts`, `#check`, `node:fs`. */
  from: string;
  typeOnly: boolean;
  /** The imported file from the course's root, when it is one of ours. */
  file: string | undefined;
}

const IMPORT =
  /^(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

const packageImports = JSON.parse(readFileSync(path.join(COURSE_ROOT, 'package.json'), 'utf8'))
  .imports as Record<string, string | Record<string, string>>;

function resolve(name: string, from: string): string | undefined {
  if (from.startsWith('.')) return path.posix.join(path.posix.dirname(name), from);
  const target = packageImports[from];
  if (target === undefined) return undefined;
  const file = typeof target === 'string' ? target : (target.default as string);
  return path.posix.normalize(file);
}

/** All TypeScript below some folders of the course, in a fixed order. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(COURSE_ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
        (file) => path.posix.join(folder, file.replaceAll(path.sep, '/')),
      ),
    )
    .filter((name) => /\.m?ts$/.test(name) && !name.includes('node_modules'))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(COURSE_ROOT, name), 'utf8');
      const imports = [...text.matchAll(IMPORT)].map(([, type, from, bare, dynamic]): Import => {
        const target = from ?? bare ?? dynamic ?? '';
        return { from: target, typeOnly: type !== undefined, file: resolve(name, target) };
      });
      return { name, text, imports };
    });
}
