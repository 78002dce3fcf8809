import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { COURSE_ROOT } from '../course/catalogue.ts';

const VITEST = path.join(COURSE_ROOT, 'node_modules/vitest/vitest.mjs');

/** For files of the course's own, thousands of modules: Node loads them itself, all of them in as few processes as there are cores. */
export const FAST = ['--no-isolate', '--experimental.viteModuleRunner=false'];

/** One test as vitest's JSON reporter tells of it. */
export interface VitestResult {
  file: string;
  /** Titles of the surrounding groups and of the test itself. */
  titles: string[];
  status: 'passed' | 'failed' | 'skipped' | string;
  message: string;
}

interface Report {
  testResults: {
    name: string;
    message?: string;
    assertionResults: {
      ancestorTitles: string[];
      title: string;
      status: string;
      failureMessages?: string[] | null;
    }[];
  }[];
}

/** Runs vitest in a process of its own, as an author would, and returns what became of every test. */
export async function runVitest(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<VitestResult[]> {
  // What tells a program that it runs inside vitest must not reach the vitest within. And it loads answers thousands of
  // times, each time under another name: Node would keep them all.
  const outer = Object.entries(process.env).filter(
    ([name]) => !/^VITEST|^NODE_ENV$|^TEST$|^NODE_COMPILE_CACHE$/.test(name),
  );
  mkdirSync(path.join(COURSE_ROOT, '.course'), { recursive: true });
  const scratch = mkdtempSync(path.join(COURSE_ROOT, '.course/vitest-'));
  const output = path.join(scratch, 'report.json');
  const command = [VITEST, 'run', '--reporter=json', `--outputFile=${output}`, ...args];
  try {
    // Failing tests make vitest exit with 1; whether it ran at all shows in the report.
    const { stderr } = await promisify(execFile)(process.execPath, command, {
      cwd: COURSE_ROOT,
      env: { ...Object.fromEntries(outer), NO_COLOR: '1', ...env },
      maxBuffer: 64 * 1024 * 1024,
    }).catch((error: { stderr: string }) => error);
    if (!existsSync(output)) throw new Error(`vitest ${args.join(' ')} did not run: ${stderr}`);
    return resultsIn(JSON.parse(readFileSync(output, 'utf8')) as Report);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function resultsIn({ testResults }: Report): VitestResult[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status, failureMessages }) => ({
      file: name,
      titles: [...ancestorTitles, title],
      status,
      message: (failureMessages ?? []).join('\n'),
    })),
  );
}
