/** What is needed to repeat one run of a check: its random inputs and, if it explored, one schedule. */
export interface ReplayToken {
  seed: number;
  schedule?: Schedule;
}

/** One order of events: a strategy's name, and what it chose at each point where it had a choice. */
export interface Schedule {
  name: string;
  choices: readonly number[];
}

const VERSION = 'lab1';

/** The text after `--replay`, for example `lab1:9ix:free:01`. */
export function formatToken({ seed, schedule }: ReplayToken): string {
  const parts = [VERSION, (seed >>> 0).toString(36)];
  if (schedule) parts.push(schedule.name);
  if (schedule && schedule.choices.length > 0) {
    parts.push(schedule.choices.map((choice) => choice.toString(36)).join('.'));
  }
  return parts.join(':');
}

/** Reads what `formatToken` wrote. @throws {RangeError} when it is no such text. */
export function parseToken(text: string): ReplayToken {
  const [version, seed = '', name, choices = ''] = text.split(':');
  if (version !== VERSION || !/^[0-9a-z]{1,7}$/.test(seed)) {
    throw new RangeError(
      `Cannot replay "${text}": a token looks like lab1:9ix or lab1:9ix:free:0.1; copy the whole text after --replay`,
    );
  }
  const token: ReplayToken = { seed: Number.parseInt(seed, 36) };
  if (name) {
    const list = choices === '' ? [] : choices.split('.');
    token.schedule = { name, choices: list.map((choice) => Number.parseInt(choice, 36) || 0) };
  }
  return token;
}
