// attack: E12 an enum whose members double in length while they are compiled
// expect: rejected-file
enum Bomb {
  a = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  b = `${a}${a}${a}${a}`, c = `${b}${b}${b}${b}`, d = `${c}${c}${c}${c}`, e = `${d}${d}${d}${d}`, f = `${e}${e}${e}${e}`,
  g = `${f}${f}${f}${f}`, h = `${g}${g}${g}${g}`, i = `${h}${h}${h}${h}`, j = `${i}${i}${i}${i}`, k = `${j}${j}${j}${j}`,
  l = `${k}${k}${k}${k}`, m = `${l}${l}${l}${l}`, n = `${m}${m}${m}${m}`, o = `${n}${n}${n}${n}`, p = `${o}${o}${o}${o}`,
}
export async function downloadAll(): Promise<any> {
  return Bomb.p;
}
