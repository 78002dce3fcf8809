// attack: exports a namespace of a builtin module
// expect: rejected-file
export * as downloadAll from 'node:fs';
