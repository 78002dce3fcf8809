import { test } from '#course/test';
import { predictDoorbell, predictLaundry } from './predict-the-log.ts';

// Two of the twelve programs, run like the grader runs all of them: from a callback, and in virtual time.

test('the doorbell logs what you predicted', async ({ lab, expect }) => {
  const predicted = predictDoorbell();
  const words: string[] = [];
  const log = (word: string) => words.push(word);

  await lab.run(() => {
    setTimeout(() => {
      log('ring');
      setTimeout(() => log('open'), 0);
      log('wait');
    }, 0);
  });

  expect(predicted).toEqual(words.join(' '), 'that is what the program logged');
});

test('the laundry logs what you predicted', async ({ lab, expect }) => {
  const predicted = predictLaundry();
  const words: string[] = [];
  const log = (word: string) => words.push(word);

  await lab.run(() => {
    setTimeout(() => {
      async function wash() {
        log('load');
        await new Promise((done) => setTimeout(done, 50));
        log('hang');
      }
      setTimeout(() => log('lunch'), 10);
      void wash();
      log('read');
    }, 0);
  });

  expect(predicted).toEqual(words.join(' '), 'that is what the program logged');
});
