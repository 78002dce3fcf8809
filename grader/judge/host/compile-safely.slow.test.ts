import { expect, test } from 'vitest';
import { compileSafely } from './compile-safely.ts';

const REFUSED = {
  outcome: {
    kind: 'rejected-file',
    file: 'a.ts',
    message: expect.stringContaining('nested too deep'),
  },
};

test.each([
  ['operators in a short file', `export const a = ${'!'.repeat(8_000)}1;`],
  ['operators in a long file', `export const a = ${'!'.repeat(60_000)}1;`],
  ['arrows', `export const a = ${'a=>'.repeat(40_000)}1;`],
  [
    'a dotted namespace, which breaks the compiler',
    `namespace a${'.a'.repeat(4_000)} { let b = 1 }`,
  ],
])('compileSafely() survives nested %s', async (_, source) => {
  expect(await compileSafely(source, 'a.ts')).toMatchObject(REFUSED);
});

test('compileSafely() compiles a long file as it does a short one', async () => {
  const filler = '// 填充 😀\n'.repeat(3_000);
  expect(await compileSafely(`${filler}export const a: number = 1;`, 'a.ts')).toMatchObject({
    code: expect.stringContaining('$export("a"'),
  });
  expect(await compileSafely(`${filler}export const a = ;`, 'a.ts')).toMatchObject({
    outcome: { kind: 'syntax', line: 3_001, source: 'export const a = ;' },
  });
  expect(await compileSafely(`${filler}await 1;`, 'a.ts')).toMatchObject({
    outcome: { kind: 'rejected-file', line: 3_001, source: 'await 1;' },
  });
});

test('refuses a file that grows while it is compiled', async () => {
  const copies = Array.from({ length: 8_000 }, (_, i) => `m${i}=a`);
  const result = await compileSafely(`enum E { a = '${'x'.repeat(500)}', ${copies} }`, 'a.ts');
  expect(result).toMatchObject({ outcome: { kind: 'rejected-file' } });
});

test('compiles many files at once, however busy that makes the machine', async () => {
  const files = Array.from(
    { length: 12 },
    (_, i) => `// This module is ${i}.\nexport const n = ${i};`,
  );
  const results = await Promise.all(files.map((source) => compileSafely(source, 'a.ts')));
  for (const result of results) expect(result).toHaveProperty('code');
});
