import { test } from '#course/test';
import { createPriceLookup } from './tame-zalgo.ts';

test('the busy light is off in the end, whether the price was known or not', async ({
  lab,
  expect,
}) => {
  const fetchPrice = lab.operation<[string], number>((item) => `fetch ${item}`, {
    takes: 40,
    returns: 120,
  });

  const log: string[] = [];
  await lab.run(async () => {
    const lookUp = createPriceLookup(fetchPrice);
    for (const item of ['tea', 'tea']) {
      await new Promise<void>((done) => {
        lookUp(item, (_, price) => {
          log.push(`light off, ${price} cents`);
          done();
        });
        log.push('light on');
      });
    }
  });

  const why = 'the callback must come after the lines that follow the lookup, every time';
  expect(log).toEqual(
    ['light on', 'light off, 120 cents', 'light on', 'light off, 120 cents'],
    why,
  );
  expect(lab.trace).toStartAt('fetch tea', 0, 'the second lookup knows the price');
});

test('an empty item is refused, after the lookup has returned', async ({ lab, expect }) => {
  const fetchPrice = lab.operation<[string], number>('fetch', { takes: 40, returns: 120 });

  const log: string[] = [];
  await lab.run(() => {
    const lookUp = createPriceLookup(fetchPrice);
    lookUp('', (error) => log.push(`light off, ${error?.name}`));
    log.push('light on');
  });

  expect(log).toEqual(['light on', 'light off, RangeError'], 'an error must not come sooner');
});
