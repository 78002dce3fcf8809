import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Built, type Place, RIGHT, WRONG, write } from './attack-place.ts';

const solutionOf = ({ course, folder }: Place): string =>
  path.join(course, 'solutions', folder, `${path.basename(folder)}.ts`);

/** Starts a process that puts something else in the file's place for a moment; returns how to stop it. */
function swapAgainAndAgain(place: Place, make: string): () => void {
  write(place, WRONG);
  const spare = path.join(path.dirname(place.file), 'spare');
  const program = `
    const fs = require('node:fs');
    const { execFileSync } = require('node:child_process');
    const [file, spare, solution] = process.argv.slice(1);
    const wrong = fs.readFileSync(file);
    for (const end = Date.now() + 10_000; Date.now() < end; ) {
      ${make}; fs.renameSync(spare, file);
      fs.writeFileSync(spare, wrong); fs.renameSync(spare, file);
    }`;
  const racer = spawn(process.execPath, ['--eval', program, place.file, spare, solutionOf(place)], {
    stdio: 'ignore',
  });
  return () => void racer.kill('SIGKILL');
}

/** Attacks on the intake: links, pipes, folders and bytes in the place of the file. */
export const INTAKE: Record<string, Built> = {
  'link-to-the-solution': [
    'C8 G3 a link to the published solution',
    'rejected-file',
    (place) => {
      write(place, undefined);
      symlinkSync(solutionOf(place), place.file);
    },
  ],
  'relative-link': [
    'C8 G1 a relative link out of the submission',
    'rejected-file',
    (place) => {
      write(place, undefined);
      symlinkSync(path.relative(path.dirname(place.file), solutionOf(place)), place.file);
    },
  ],
  'link-to-a-right-answer': [
    'G3 a link to a right answer inside the submission',
    'rejected-file',
    (place) => {
      write(place, undefined, { 'right.ts': RIGHT });
      symlinkSync('right.ts', place.file);
    },
  ],
  'broken-link': [
    'G16 a link to nothing',
    'rejected-file',
    (place) => {
      write(place, undefined);
      symlinkSync('/nowhere/at/all', place.file);
    },
  ],
  'link-to-itself': [
    'G3 a link to itself',
    'rejected-file',
    (place) => {
      write(place, undefined);
      symlinkSync(place.file, place.file);
    },
  ],
  'linked-folder': [
    'C8 G3 the folder of the exercise is a link to that of the solution',
    'rejected-file',
    (place) => {
      mkdirSync(path.dirname(path.dirname(place.file)), { recursive: true });
      symlinkSync(path.dirname(solutionOf(place)), path.dirname(place.file));
    },
  ],
  'linked-section': [
    'C8 G3 the folder of the section is a link',
    'rejected-file',
    (place) => {
      symlinkSync(
        path.dirname(path.dirname(solutionOf(place))),
        path.dirname(path.dirname(place.file)),
      );
    },
  ],
  'link-to-a-device': [
    'E3 G3 a link to a device that never ends',
    'rejected-file',
    (place) => {
      write(place, undefined);
      symlinkSync('/dev/zero', place.file);
    },
  ],
  directory: [
    'F9 a folder with the name of the file',
    'rejected-file',
    (place) => {
      mkdirSync(place.file, { recursive: true });
      writeFileSync(path.join(place.file, 'index.ts'), RIGHT);
    },
  ],
  fifo: [
    'E3 a pipe that nobody writes to',
    'rejected-file',
    (place) => {
      write(place, undefined);
      execFileSync('mkfifo', [place.file]);
    },
  ],
  unreadable: [
    'G16 a file that nobody may read (root may)',
    process.getuid?.() === 0 ? 'score 0' : 'rejected-file',
    (place) => {
      write(place, WRONG);
      chmodSync(place.file, 0);
    },
  ],
  'too-large': [
    'E10 a right answer behind 300 KiB of comment',
    'rejected-file',
    (place) => write(place, `/*${'x'.repeat(300 * 1024)}*/\n${RIGHT}`),
  ],
  sparse: [
    'G6 ten gigabytes that take no place on the disk',
    'rejected-file',
    (place) => {
      write(place, '');
      truncateSync(place.file, 10 * 1024 ** 3);
    },
  ],
  binary: [
    'G10 bytes that are no text',
    'rejected-file',
    (place) =>
      write(
        place,
        Uint8Array.from({ length: 4_096 }, (_, i) => (i * 37) % 256),
      ),
  ],
  'half-a-letter': [
    'G10 text that ends in the middle of a letter',
    'rejected-file',
    (place) => write(place, Buffer.concat([Buffer.from(RIGHT), Buffer.from([0xe4, 0xb8])])),
  ],
  nul: ['G10 a zero byte in the middle', 'syntax', (place) => write(place, `${WRONG}\0${RIGHT}`)],
  'utf-16': [
    'G10 UTF-16 with its mark',
    'rejected-file',
    (place) =>
      write(place, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(RIGHT, 'utf16le')])),
  ],
  'utf-16-without-mark': [
    'G10 UTF-16 without a mark',
    'syntax',
    (place) => write(place, Buffer.from(RIGHT, 'utf16le')),
  ],
  empty: ['G10 an empty file', 'missing-file', (place) => write(place, '')],
  missing: ['G16 nothing at all', 'missing-file', () => {}],
  'other-case': [
    'G9 the name in capital letters',
    'missing-file',
    (place) => {
      write(place, undefined);
      writeFileSync(path.join(path.dirname(place.file), 'OVERLAP.TS'), RIGHT);
    },
  ],
  'file-as-folder': [
    'G9 the section is a file',
    'missing-file',
    (place) => writeFileSync(path.join(place.dir, path.dirname(place.folder)), RIGHT),
  ],
  'hostile-names': [
    'G9 names with line ends, escape codes, leading dashes and 250 letters',
    'score 0',
    (place) => {
      const names = [
        '-rf',
        '--allow-fs-read=*',
        'a\nb.ts',
        '\u001b[2J.ts',
        '\u202esj.ts',
        'CON',
        'x.',
        ' ',
        '$(touch ran.txt)',
        '`touch ran.txt`',
        '%s%n',
        'é'.repeat(100),
      ];
      write(
        place,
        WRONG,
        Object.fromEntries([...names, 'n'.repeat(250)].map((name) => [name, RIGHT])),
      );
    },
  ],
  'deep-folders': [
    'G7 folders two hundred levels deep',
    'score 0',
    (place) => write(place, WRONG, { [`${'d/'.repeat(200)}x.ts`]: RIGHT }),
  ],
  'entry-flood': [
    'G7 two thousand empty files',
    'score 0',
    (place) =>
      write(
        place,
        WRONG,
        Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`many/${i}`, ''])),
      ),
  ],
  'swapped-for-a-link': [
    'G15 the file is swapped for a link to the solution again and again while it is judged',
    'score 0',
    (place) => swapAgainAndAgain(place, 'fs.symlinkSync(solution, spare)'),
    30,
  ],
  'swapped-for-a-pipe': [
    'G15 E3 the file is swapped for a pipe that nobody writes to, again and again',
    'score 0',
    (place) => swapAgainAndAgain(place, "execFileSync('mkfifo', [spare])"),
    30,
  ],
};

/** Right answers that are no ordinary files of text. */
export const ODD_FILES: Record<string, Built> = {
  'byte-order-mark': [
    'none; a byte order mark, line ends of Windows and no line end at the end',
    'passed',
    (place) => write(place, `\ufeff${RIGHT.trimEnd().replaceAll('\n', '\r\n')}`),
  ],
  'old-line-ends': [
    'none; line ends of an old Mac, and separators of Unicode',
    'passed',
    (place) => write(place, `${RIGHT.replaceAll('\n', '\r')}/* \u2028 \u2029 */`),
  ],
  'long-right-answer': [
    'none; a right answer with a hundred kilobytes of data and comments',
    'passed',
    (place) =>
      write(
        place,
        `// ${'words '.repeat(8_000)}\nconst data = [${'"some text", '.repeat(5_000)}];\n${RIGHT}export const size = data.length;\n`,
      ),
  ],
  'executable-and-read-only': [
    'none; a file that may only be read',
    'passed',
    (place) => {
      write(place, RIGHT);
      chmodSync(place.file, 0o555);
    },
  ],
  'solution-beside-rubbish': [
    'none; the published solution, beside a hundred other files',
    'passed',
    (place) => {
      write(
        place,
        undefined,
        Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`notes/${i}.md`, '# notes'])),
      );
      copyFileSync(solutionOf(place), place.file);
    },
  ],
  'stub-with-an-answer': [
    'none; the stub of the course with its body filled in',
    'passed',
    (place) => {
      const stub = readFileSync(
        path.join(place.course, 'grader/hidden', place.folder, 'stub.ts'),
        'utf8',
      );
      write(
        place,
        stub.replace(
          'todo();',
          'if (urls.length < 0) todo();\n  return Promise.all(urls.map((url) => download(url)));',
        ),
      );
    },
  ],
};
