import { expect, test } from 'vitest';
import { DEFAULT_LIMITS, VitalSigns } from './vital-signs.ts';

const MIB = 1024 * 1024;
const { silentCpuMs, checkCpuMs, memory } = DEFAULT_LIMITS;

/** A guest that was heard of last when it had used 40 ms and 50 MiB. */
function heardOf(watch = false): VitalSigns {
  const signs = new VitalSigns(DEFAULT_LIMITS, watch);
  signs.noteMessage();
  signs.diagnose({ cpuMs: 40, memory: 50 * MIB }, true);
  return signs;
}

/** What is said when it has used so much since then without a word. */
function afterSilence(cpuMs: number, grownBy: number, watch?: boolean): string | undefined {
  return heardOf(watch).diagnose({ cpuMs: 40 + cpuMs, memory: (50 + grownBy) * MIB }, true);
}

test.each([
  ['goes on', silentCpuMs, 0, undefined],
  ['blocks', silentCpuMs + 10, 0, 'blocked'],
  ['blocks and makes garbage', silentCpuMs + 10, 50, 'blocked'],
  ['fills its memory', silentCpuMs + 10, 100, 'memory'],
  ['may do either', silentCpuMs + 10, 75, undefined],
  ['has made garbage for long enough', 1.5 * silentCpuMs + 10, 75, 'blocked'],
])('a guest that %s', (_, cpuMs, grownBy, end) => {
  expect(afterSilence(cpuMs, grownBy)).toBe(end);
});

test('a guest with a watchdog inside is given time to speak', () => {
  expect(afterSilence(silentCpuMs + 10, 0, true)).toBeUndefined();
  expect(afterSilence(10 * silentCpuMs, 0, true)).toBe('blocked');
});

test('growth counts from the last message on', () => {
  const signs = heardOf();
  signs.noteMessage();
  signs.diagnose({ cpuMs: 60, memory: 150 * MIB }, true);
  expect(signs.diagnose({ cpuMs: 70 + silentCpuMs, memory: 180 * MIB }, true)).toBe('blocked');
});

test('a guest that talks without an end has a limit for each check', () => {
  const signs = heardOf();
  const talk = (cpuMs: number) => {
    signs.noteMessage();
    return signs.diagnose({ cpuMs, memory: 50 * MIB }, true);
  };
  expect(talk(40 + checkCpuMs)).toBeUndefined();
  signs.noteStart();
  expect(talk(50 + checkCpuMs)).toBeUndefined();
  expect(talk(60 + 2 * checkCpuMs)).toBe('time');
});

test('a guest of which the system tells no longer has ended by itself', () => {
  const signs = heardOf();
  expect(signs.diagnose({ cpuMs: 40, memory: 50 * MIB }, true)).toBeUndefined();
  expect(signs.diagnose(undefined, true)).toBeUndefined();
  const later = Array.from({ length: 100 }, () => signs.diagnose(undefined, true));
  expect(later.at(-1)).toBe('blocked');
});

test('where the system tells nothing, real time counts', () => {
  const signs = new VitalSigns({ ...DEFAULT_LIMITS, silentMs: 0 }, false);
  expect(signs.diagnose(undefined, true)).toBe('blocked');
});

test('no guest gets more memory than there is for it, ready or not', () => {
  for (const isReady of [false, true]) {
    const signs = new VitalSigns(DEFAULT_LIMITS, false);
    expect(signs.diagnose({ cpuMs: 0, memory: memory + 1 }, isReady)).toBe('memory');
  }
});
