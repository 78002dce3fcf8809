import { test } from '#course/test';
import { deploy, prepare } from './lazy-or-eager.ts';

test('the migration starts when the backup is over', async ({ lab, expect }) => {
  const execute = lab.operation<[string], string>((step) => step, {
    takes: 100,
    returns: (step) => `${step}: done`,
  });

  const result = await lab.run(() => deploy(['back up', 'migrate'], execute));

  expect(lab.trace).toStartAt('migrate', 100, 'each step needs the server to itself');
  expect(result).toFulfil(['back up: done', 'migrate: done']);
});

test('a prepared roll-back waits until somebody runs it', async ({ lab, expect }) => {
  const execute = lab.operation<[string], string>((step) => step, {
    takes: 100,
    returns: (step) => `${step}: done`,
  });

  const result = await lab.run(async () => {
    const rollBack = prepare('roll back', execute);
    await lab.at(40);
    return rollBack();
  });

  expect(lab.trace).toStartAt('roll back', 40, 'preparing a step must not start it');
  expect(result).toFulfil('roll back: done');
});
