import { expect, test } from 'vitest';
import { fakeIo } from './fake-io.ts';
import { readArguments } from './read-arguments.ts';

const options = { flags: ['json'], values: ['dir', 'replay'] };

test('readArguments() tells words, flags and values apart, in any order', () => {
  const args = ['--json', 'overlap', '--dir', '../class', 'retry', '--replay=a=b'];
  const read = readArguments('grade', args, fakeIo('/'), options);
  expect(read.words).toEqual(['overlap', 'retry']);
  expect(read.flags).toEqual(new Set(['json']));
  expect(Object.fromEntries(read.values)).toEqual({ dir: '../class', replay: 'a=b' });
});

test('readArguments() takes --lang, for the languages that the course speaks', () => {
  expect(readArguments('hint', ['--lang', 'zh'], fakeIo('/')).io.language).toBe('zh');
  expect(() => readArguments('hint', ['--lang', 'fr'], fakeIo('/'))).toThrow(
    'The course does not speak "fr": choose en or zh.',
  );
});

test.for([
  [['--frob'], 'Unknown option "--frob".'],
  [['-x'], 'Unknown option "-x".'],
  [['--dir'], 'The option "--dir" needs a value after it.'],
  [['--dir', '--json'], 'The option "--dir" needs a value after it.'],
  [['--json=yes'], 'The option "--json" takes no value.'],
  [['--all'], 'Unknown option "--all".'],
] as const)('readArguments() refuses %o', ([args, message]) => {
  expect(() => readArguments('grade', [...args], fakeIo('/'), options)).toThrow(message);
});

test('readArguments() finds the options that npm takes when -- is forgotten', () => {
  const io = fakeIo('/', { env: { npm_config_give_up: 'true' } });
  const read = readArguments('solution', ['overlap'], io, { flags: ['give-up'] });
  expect(read.flags.has('give-up')).toBe(true);
});

test('readArguments() says so when npm has taken an option and its value is lost', () => {
  const io = fakeIo('/', { env: { npm_config_dir: 'true' } });
  expect(() => readArguments('grade', ['../class'], io, options)).toThrow(
    'npm kept "--dir" for itself',
  );
});
