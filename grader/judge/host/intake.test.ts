import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { probe, submit, temporaryFolder } from '../test-submission.ts';
import { MAX_SOURCE_BYTES, takeIn } from './intake.ts';

const SHOWN = path.join(probe.folder, 'probe.ts');
const fileIn = (dir: string): string => path.join(dir, SHOWN);
const isPosix = process.platform !== 'win32';

/** A submission whose file consists of exactly these bytes. */
function submitBytes(bytes: Uint8Array): string {
  const dir = submit('');
  writeFileSync(fileIn(dir), bytes);
  return dir;
}

function expectRefusal(dir: string, kind: string, words: string): void {
  expect(takeIn(dir, probe)).toEqual({
    outcome: { kind, file: SHOWN, message: expect.stringContaining(words) },
  });
}

test.each([
  ['an ordinary file', 'export const a = 1;\n'],
  ['Windows line ends', 'export const a = 1;\r\nexport const b = 2;\r\n'],
  ['Chinese and emoji', "export const 名字 = '😀';\n"],
])('takeIn() takes %s as it is', (_, source) => {
  expect(takeIn(submit(source), probe)).toEqual({ source });
});

test('takeIn() drops a byte order mark', () => {
  expect(takeIn(submit('\uFEFFexport const a = 1;'), probe)).toEqual({
    source: 'export const a = 1;',
  });
});

test('takeIn() takes 256 KiB and not one byte more', () => {
  expect(takeIn(submit('x'.repeat(MAX_SOURCE_BYTES)), probe)).toHaveProperty('source');
  expectRefusal(submit('x'.repeat(MAX_SOURCE_BYTES + 1)), 'rejected-file', 'larger than 256 KiB');
});

test('a missing or empty file is no reason for reproach', () => {
  expectRefusal(temporaryFolder(), 'missing-file', 'npm run reset probe');
  expectRefusal(path.join(temporaryFolder(), 'nowhere'), 'missing-file', 'There is no');
  expectRefusal(submit(''), 'missing-file', 'is empty');
  expectRefusal(submit(' \r\n\t\n'), 'missing-file', 'is empty');
  expectRefusal(submit('\uFEFF'), 'missing-file', 'is empty');
});

test.each([
  ['UTF-16', Buffer.from('\uFEFFexport const a = 1;', 'utf16le')],
  ['Latin-1', Buffer.from('// caf\xe9', 'latin1')],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00])],
])('takeIn() refuses %s', (_, bytes) => {
  expectRefusal(submitBytes(bytes), 'rejected-file', 'not UTF-8');
});

test('takeIn() refuses a folder in the place of the file, and a file in the place of the folder', () => {
  const dir = submit('x');
  rmSync(fileIn(dir));
  mkdirSync(fileIn(dir));
  expectRefusal(dir, 'rejected-file', 'not a regular file');
  const other = temporaryFolder();
  writeFileSync(path.join(other, 'fixtures'), 'x');
  expectRefusal(other, 'missing-file', 'There is no');
});

test.runIf(isPosix)('takeIn() refuses a link, also one that leads nowhere or to a folder', () => {
  for (const target of ['/etc/hostname', '/nowhere', '/etc', '/dev/zero', 'probe.ts']) {
    const dir = submit('x');
    rmSync(fileIn(dir));
    symlinkSync(target, fileIn(dir));
    expectRefusal(dir, 'rejected-file', 'is a link');
  }
});

test.runIf(isPosix)(
  'takeIn() refuses a link on the way, but the submission itself may be one',
  () => {
    const dir = submit('export const a = 1;');
    const linked = path.join(temporaryFolder(), 'submission');
    symlinkSync(dir, linked);
    expect(takeIn(linked, probe)).toHaveProperty('source');

    renameSync(path.join(dir, 'fixtures'), path.join(dir, 'elsewhere'));
    symlinkSync(path.join(dir, 'elsewhere'), path.join(dir, 'fixtures'));
    expectRefusal(dir, 'rejected-file', 'is a link');
  },
);

test.runIf(isPosix)('takeIn() refuses a pipe without waiting for it', () => {
  const dir = submit('x');
  rmSync(fileIn(dir));
  execFileSync('mkfifo', [fileIn(dir)]);
  expectRefusal(dir, 'rejected-file', 'not a regular file');
});

/** Does as an ordinary user would, whoever runs the tests. */
function asOrdinaryUser(act: () => void): void {
  if (process.getuid?.() !== 0) return act();
  process.seteuid?.(65_534);
  try {
    act();
  } finally {
    process.seteuid?.(0);
  }
}

test.runIf(isPosix)('takeIn() says when a file cannot be read', () => {
  const dir = submit('x');
  chmodSync(dir, 0o755);
  chmodSync(fileIn(dir), 0o000);
  asOrdinaryUser(() => expectRefusal(dir, 'rejected-file', 'EACCES'));
  chmodSync(dir, 0o000);
  asOrdinaryUser(() => expectRefusal(dir, 'rejected-file', 'EACCES'));
  chmodSync(dir, 0o755);
});
