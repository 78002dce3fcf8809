import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where an attack builds its submission, and what it may aim at. */
export interface Place {
  /** The submission, an empty folder. */
  dir: string;
  /** The file that the judge will look for. */
  file: string;
  /** The course that judges it, with its solutions and hidden tests. */
  course: string;
  /** `<section>/<slug>`. */
  folder: string;
}

/** Builds a submission; a function that it returns is called when the judge is done. */
export type Build = (place: Place) => unknown;

/** A submission that is more than one file of text: how it works, what is expected, how it is built, how often judged. */
export type Built = [mechanism: string, expect: string, build: Build, times?: number];

export const WRONG = "export async function downloadAll(): Promise<any> {\n  return 'wrong';\n}\n";
export const RIGHT =
  'export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>) {\n' +
  '  return Promise.all(urls.map((url) => download(url)));\n}\n';

/** Puts the exercise's file in its place, and other files beside it and at the root. */
export function write(
  { dir, file }: Place,
  source: string | Uint8Array | undefined,
  others: Record<string, string> = {},
): void {
  mkdirSync(path.dirname(file), { recursive: true });
  if (source !== undefined) writeFileSync(file, source);
  for (const [name, text] of Object.entries(others)) {
    for (const base of [dir, path.dirname(file)]) {
      const other = path.join(base, name);
      mkdirSync(path.dirname(other), { recursive: true });
      writeFileSync(other, text);
    }
  }
}
