// attack: E12 types whose instantiation grows exponentially
// expect: score 0
type Twice<T> = [T, T];
type Bomb = Twice<Twice<Twice<Twice<Twice<Twice<Twice<Twice<Twice<Twice<Twice<Twice<Twice<Twice<Twice<Twice<string>>>>>>>>>>>>>>>>;
type Digits = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
type Words = `${Digits}${Digits}${Digits}${Digits}${Digits}${Digits}${Digits}${Digits}`;
export async function downloadAll(): Promise<any> {
  return 'wrong' as unknown as [Bomb, Words];
}
