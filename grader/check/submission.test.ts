import { expect, test } from 'vitest';
import { CheckFailure } from '../lab/failure.ts';
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

/** A world, and the function that calls back on a stack of which so many frames are used. */
function onDeepStack(used: number, callBack: (old: () => unknown) => void) {
  const world = testWorld();
  world.host.shield = (trusted) => trusted.bind(undefined) as typeof trusted;
  // To compile it needs more stack than to run it; in a guest it has been compiled.
  world.newLab(0).stop(new CheckFailure('for practice', 'practice'));
  const lab = world.newLab(1);
  const descend = (depth: number, old: () => unknown): void => {
    if (depth > 0) descend(depth - 1, old);
    else callBack(old);
  };
  const { callOn } = submissionFacade<Submission>(world, {
    callOn: (_: Date, old: () => unknown) => {
      try {
        descend(used, old);
      } catch {}
    },
  });
  return { lab, callOn };
}

function deepest(): number {
  let depth = 0;
  const dive = (): void => {
    depth += 1;
    dive();
  };
  try {
    dive();
  } catch {}
  return depth;
}

test('a function of the check that has begun does not break for lack of stack', () => {
  const work = (depth: number): number => (depth === 0 ? 0 : 1 + work(depth - 1));
  const end = deepest();
  let [begun, done] = [0, 0];
  for (let used = 0; used < end; used += used < end / 2 ? 500 : 5) {
    onDeepStack(used, (old) => old()).callOn(new Date(0), () => {
      begun += 1;
      work(15);
      done += 1;
    });
  }
  expect(begun).toBeGreaterThan(0);
  expect(done).toBe(begun);
});

test('who has been at the end of the stack does not get on', () => {
  const { lab, callOn } = onDeepStack(0, (old) => {
    const dive = (): void => {
      for (const step of [dive, old]) {
        try {
          step();
        } catch {}
      }
    };
    dive();
  });
  let calls = 0;
  callOn(new Date(0), () => {
    calls += 1;
  });
  expect(calls).toBe(0);
  expect(lab.failure).toMatchObject({ kind: 'overflow' });
});
