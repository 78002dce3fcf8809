import { type Built, WRONG, write } from './attack-place.ts';

/** Attacks on the compiler, which runs in the grader's own process: text that is too much for it. */
export const BOMBS: Record<string, Built> = {
  'nesting-just-below': [
    'E13 brackets nested 249 deep in every kind of syntax',
    'score 0',
    (place) => {
      const nests = [
        ['(', '1', ')'],
        ['[', '1', ']'],
        ['{a:', '1', '}'],
        ['`${', '1', '}`'],
        ['function(){return ', '1', '}'],
      ];
      const lines = nests.map(
        ([open = '', inner, close = ''], i) =>
          `const x${i} = ${open.repeat(249)}${inner}${close.repeat(249)};`,
      );
      write(place, `${lines.join('\n')}\n${WRONG}`);
    },
  ],
  'nesting-of-brackets': [
    'E13 brackets nested a hundred thousand deep',
    'rejected-file',
    (place) => write(place, `x=${'['.repeat(100_000)}`),
  ],
  'nesting-without-brackets': [
    'E13 operators nested eight thousand deep, which need no bracket',
    'rejected-file',
    (place) => write(place, `x=${'!'.repeat(8_180)}1`),
  ],
  'nesting-of-statements': [
    'E13 fifty thousand statements inside each other',
    'rejected-file',
    (place) => write(place, `${'if(1)'.repeat(50_000)};`),
  ],
  'nesting-of-types': [
    'E13 seventeen thousand conditional types inside each other',
    'score 0',
    (place) => write(place, `type A=${'B extends C?D:'.repeat(17_000)}E;\n${WRONG}`),
  ],
  'namespace-bomb': [
    'E13 a namespace with four thousand names',
    'rejected-file',
    (place) => write(place, `namespace a${'.a'.repeat(4_000)}{export let x=1}\n${WRONG}`),
  ],
  'comment-flood': [
    'E13 sixty thousand comments',
    'score 0',
    (place) => write(place, `${'/**/'.repeat(60_000)}\n${WRONG}`),
  ],
  'line-flood': [
    'E13 two hundred thousand empty lines of every kind',
    'score 0',
    (place) => write(place, `${'\n\r\u2028'.repeat(40_000)}\n${WRONG}`),
  ],
  'huge-number': [
    'E1 a number with two hundred thousand digits',
    'score 0',
    (place) => write(place, `export const n = ${'9'.repeat(200_000)}n;\n${WRONG}`),
  ],
  'regex-bomb': [
    'E13 a regular expression that is huge to compile',
    'score 0',
    (place) =>
      write(
        place,
        `export const r = /${'(a{1,900}){1,900}'.repeat(9_000)}/u;\nexport const hit = () => r.test('a');\n${WRONG}`,
      ),
  ],
  'import-search': [
    'E13 a rejected import that is sought among thirty thousand others',
    'rejected-file',
    (place) => write(place, `/*${'import '.repeat(30_000)}*/\nimport "\\u0066s"\n`),
  ],
  'name-flood': [
    'E13 a name that contains every name the wrapper could take',
    'score 0',
    (place) =>
      write(
        place,
        `var $export${'_'.repeat(3_000)} = 1, $course${'_'.repeat(3_000)} = 2;\n${WRONG}`,
      ),
  ],
};
