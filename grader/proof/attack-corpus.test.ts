import { expect, test } from 'vitest';
import { isControl, loadCorpus } from './attack-corpus.ts';

test('the corpus has a hundred attacks and fifteen controls, each with its mechanism and what is expected', () => {
  const corpus = loadCorpus();
  const controls = corpus.filter(isControl);
  expect(corpus.length - controls.length).toBeGreaterThanOrEqual(100);
  expect(controls.length).toBeGreaterThanOrEqual(15);
  expect(controls.filter(({ expected }) => expected !== 'passed')).toEqual([]);
  expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
});
