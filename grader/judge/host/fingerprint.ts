import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { COURSE_ROOT, type ExercisePlace } from '../../course/catalogue.ts';

const INGREDIENTS = [
  ...['lab', 'check', 'course/learner.ts'],
  ...[
    'judge/guest',
    'judge/protocol.ts',
    'judge/host/bundle.ts',
    'judge/host/build-bundle.ts',
    'judge/host/code-cache.ts',
  ],
].map((name) => path.join(COURSE_ROOT, 'grader', name));

function filesBelow(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Where the checks of an exercise are. */
export const checksFile = (exercise: ExercisePlace): string =>
  path.join(exercise.hiddenDir, `${exercise.id}.test.ts`);

/** Changes whenever something that goes into the bundle does. */
export function fingerprint(exercises: readonly ExercisePlace[]): string {
  const lock = path.join(COURSE_ROOT, 'package-lock.json');
  const sources = [lock, ...INGREDIENTS.flatMap(filesBelow), ...exercises.map(checksFile)];
  const files = [...new Set(sources)].sort();
  const { version, platform, arch } = process;
  const states = files.map((file) => {
    const { mtimeMs, size } = statSync(file);
    return `${file}\0${mtimeMs}\0${size}`;
  });
  return shortHash([`${version} ${platform} ${arch}`, ...states].join('\n'));
}

/**
 * 64 bits that tell two texts apart where nobody wants to confuse them (FNV-1a, twice). To load node:crypto would take
 * longer than all the rest of it.
 */
function shortHash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x2f1a7b35];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000193);
  }
  return [a, b].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Whether a guest of the `known` exercises has the checks of all of `these`. */
export function areAmong(
  known: readonly ExercisePlace[],
  these: readonly ExercisePlace[],
): boolean {
  const hidden = new Set(known.map(({ hiddenDir }) => hiddenDir));
  return these.every(({ hiddenDir }) => hidden.has(hiddenDir));
}
