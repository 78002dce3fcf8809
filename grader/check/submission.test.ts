import { expect, test } from 'vitest';
import { testWorld } from '../lab/test-world.ts';
import { submissionFacade } from './submission.ts';

interface Submission {
  callOn: (self: Date, old: (this: unknown, ...args: number[]) => unknown) => unknown;
}

test('a function of the check gets the `this` and the arguments that the submission calls it with', () => {
  const world = testWorld();
  world.host.shield = (trusted) => trusted.bind(undefined) as typeof trusted;
  const { callOn } = submissionFacade<Submission>(world, {
    callOn: (self: Date, old: (...args: number[]) => unknown) => Reflect.apply(old, self, [1, 2]),
  });
  const self = new Date(0);
  const seen: unknown[] = [];
  callOn(self, function (...args) {
    seen.push(this === self, args);
  });
  expect(seen).toEqual([true, [1, 2]]);
});

test('a function of the check shows no source and has no prototype that leads back to it', () => {
  const world = testWorld();
  let [text, names] = ['', ['prototype']];
  const { callOn } = submissionFacade<Submission>(world, {
    callOn: (_: Date, old: () => unknown) => {
      text = Function.prototype.toString.call(old);
      names = Object.getOwnPropertyNames(old);
    },
  });
  callOn(new Date(0), function secret() {});
  expect(text).toBe('function () { [native code] }');
  expect(names).not.toContain('prototype');
});

test('a function of the check shows as many parameters as it has', () => {
  const world = testWorld();
  world.host.shield = (trusted) => Object.freeze(trusted.bind(undefined)) as typeof trusted;
  let length = 0;
  const { callOn } = submissionFacade<Submission>(world, {
    callOn: (_: Date, old: () => unknown) => {
      length = old.length;
    },
  });
  callOn(new Date(0), (_first, _second) => {});
  expect(length).toBe(2);
});
