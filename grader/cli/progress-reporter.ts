import type { Reporter, Vitest } from 'vitest/node';
import { loadCatalogue } from '../course/catalogue.ts';
import { loadProgress } from '../course/progress-file.ts';
import { progressLine } from '../course/progress-line.ts';
import { languageOf } from './language.ts';

function currentLine(): string {
  try {
    const catalogue = loadCatalogue();
    return progressLine(catalogue, loadProgress(catalogue), languageOf(process.env));
  } catch (error) {
    // A damaged course must not turn a run of tests red that has nothing to do with it.
    return (error as Error).message;
  }
}

/** Ends every run of vitest with how far the learner is; list it after the default reporter. */
export default class ProgressReporter implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(): void {
    // While vitest watches, its own line about what it waits for comes last.
    if (this.#vitest === undefined || this.#vitest.config.watch) return;
    this.#vitest.logger.log(currentLine());
  }
}
