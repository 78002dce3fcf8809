import { expect, test } from 'vitest';
import { explainMissingGlobals } from './missing-globals.ts';

test('a missing global says that it is missing and what to use instead', () => {
  const globals: Record<string, unknown> = {};
  explainMissingGlobals(globals);
  expect(() => globals.Buffer).toThrow(
    new ReferenceError('Buffer is not available to graded answers: use Uint8Array'),
  );
});

test('whoever defines a global of that name has it', () => {
  const globals: Record<string, unknown> = {};
  explainMissingGlobals(globals);
  globals.module = 'mine';
  expect(globals.module).toBe('mine');
});
