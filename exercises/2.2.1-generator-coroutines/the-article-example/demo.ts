import { coroutine, drive } from './the-article-example.ts';

const print = (line: string): void => console.log(line);

console.log('--- three rounds, three values');
console.log('last result:', drive(coroutine(3, print), [10, 20, 30], print));

console.log('--- three rounds, one value');
console.log('last result:', drive(coroutine(3, print), [10], print));

console.log('--- a value with the very first next()');
const eager = coroutine(3, print);
console.log('result:', eager.next('is anybody there?'));
