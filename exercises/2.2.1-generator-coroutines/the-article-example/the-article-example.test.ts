import { test } from '#course/test';
import { coroutine, drive, predictNumbers } from './the-article-example.ts';

test('the first next() runs the coroutine up to its first number', ({ expect }) => {
  const lines: string[] = [];
  const tea = coroutine(2, (line) => lines.push(line));

  expect(tea.next()).toEqual({ value: 0, done: false }, 'the first number comes out');
  expect(lines).toEqual(['Start coroutine'], 'nothing has been received yet');
});

test('three values in three rounds: what Python prints', ({ expect }) => {
  const lines: string[] = [];
  const print = (line: string) => lines.push(line);

  const last = drive(coroutine(3, print), [10, 20, 30], print);

  const transcript = 'Start coroutine|0|Received: 10|1|Received: 20|2|Received: 30|End coroutine';
  expect(lines).toEqual(transcript.split('|'), 'this is the transcript of the Python program');
  expect(last).toEqual({ value: undefined, done: true }, 'where Python raises StopIteration');
});

test('two values for five rounds', ({ expect }) => {
  expect(predictNumbers(5, 2)).toEqual(3, 'count the numbers by hand once');
});
