import { expect, test } from 'vitest';
import { nearestSlug } from './nearest-slug.ts';

const slugs = ['overlap', 'map-limit', 'the-article-example', 'lazy-or-eager', 'sleep-with-signal'];

test.for([
  ['overlpa', 'overlap'],
  ['overlp', 'overlap'],
  ['Overlap', 'overlap'],
  ['maplimit', 'map-limit'],
  ['map_limit', 'map-limit'],
  ['lazy', 'lazy-or-eager'],
  ['sleep-wit-sinal', 'sleep-with-signal'],
  ['article', 'the-article-example'],
])('nearestSlug() understands "%s" as "%s"', ([word, slug]) => {
  expect(nearestSlug(word ?? '', slugs)).toBe(slug);
});

test.for(['zzzzzz', '', 'x', '--', '练习'])('nearestSlug() has no idea what "%s" means', (word) => {
  expect(nearestSlug(word, slugs)).toBeUndefined();
});

test('nearestSlug() counts two letters that changed places as one mistake', () => {
  expect(nearestSlug('raec', ['rate', 'race'])).toBe('race');
});

test('nearestSlug() suggests nothing in a course without exercises', () => {
  expect(nearestSlug('overlap', [])).toBeUndefined();
});
