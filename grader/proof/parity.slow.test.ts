import { describe, expect, test } from 'vitest';
import { candidatesOf } from '../course/candidates.ts';
import { loadCatalogue } from '../course/catalogue.ts';
import { loadChecks } from '../course/misconception.ts';
import { judgeCandidates } from './judge-candidate.ts';
import { FAST, runVitest } from './run-vitest.ts';

const SEED = 20_261_122;
const STATUS = { passed: 'passed', failed: 'failed', skipped: 'not-started' } as const;

const { exercises } = loadCatalogue();
const vitest = await runVitest(['--config', 'grader/hidden/vitest.config.ts', ...FAST], {
  COURSE_CANDIDATES: 'all',
  COURSE_SEED: String(SEED),
});

describe.each(exercises)('the checks of $id', async (exercise) => {
  const { checks } = loadChecks(exercise);
  const ids = checks.map(({ id }) => id);
  const candidates = candidatesOf(exercise);
  const files = candidates.map(({ file }) => file);
  const inGuest = await judgeCandidates(exercise, files, ids, [SEED]);

  test.each(candidates)('say the same of $name in vitest and in the judge', ({ name, file }) => {
    const [judged] = inGuest.get(file) ?? [];
    const inJudge = checks.map(({ title }, i) => [title, judged?.results[i]?.result.status]);
    const inVitest = checks.map(({ title }) => {
      const found = vitest.find(
        ({ file: testFile, titles }) =>
          testFile.endsWith(`${exercise.id}.test.ts`) && titles.join() === [name, title].join(),
      );
      return [title, STATUS[found?.status as keyof typeof STATUS]];
    });
    expect(inVitest).toEqual(inJudge);
  });
});
