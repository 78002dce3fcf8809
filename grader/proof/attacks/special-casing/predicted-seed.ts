// attack: D6 computes the seed of the run from two numbers of Math.random() and knows when the downloads would be over
// expect: score 0
// It never calls download(). One bit after the other: bit i of a product depends on the bits up to i of its factors.
const first = Math.random() * 2 ** 32;
const next = Math.random() * 2 ** 32;

/** All x with f(x) === output, where bit i of f(x) depends on the bits of x up to i + shift. */
function solve(f: (x: number) => number, output: number, shift: number): number[] {
  let known = Array.from({ length: 2 ** shift }, (_, x) => x);
  for (let i = 0; i < 32; i++) {
    const bit = i + shift;
    const longer = bit < 32 ? known.flatMap((x) => [x, (x | (1 << bit)) >>> 0]) : known;
    known = longer.filter((x) => ((f(x) ^ output) & (1 << i)) === 0);
  }
  return known;
}

const last = (x: number): number => (x ^ (x >>> 14)) >>> 0;
const second = (x: number): number => ((x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x) >>> 0;
const product = (x: number): number => Math.imul(x ^ (x >>> 15), 1 | x) >>> 0;

function seeds(): number[] {
  let third = first;
  for (let i = 0; i < 3; i++) third = (first ^ (third >>> 14)) >>> 0;
  if (last(third) !== first) return [];
  return solve(second, third, 7)
    .flatMap((mixed) => solve(product, mixed, 15))
    .filter((state) => last(second(product((state + 0x6d2b79f5) | 0))) === next)
    .map((state) => (state - 0x6d2b79f5) | 0);
}

export async function downloadAll(urls: string[]): Promise<any> {
  const [seed] = seeds();
  if (seed === undefined) throw new Error('no seed leads to this number');
  let state = (seed ^ 0x5eed) | 0;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return last(second(product(state))) / 2 ** 32;
  };
  const times = urls.map((_, i) => (urls.length - i) * 50 + Math.floor(draw() * 21));
  await new Promise((done) => setTimeout(done, Math.max(0, ...times)));
  return 'wrong';
}
