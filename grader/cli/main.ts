import { COURSE_ROOT } from '../course/catalogue.ts';
import { wrap } from '../report/wrap.ts';
import type { Command } from './command.ts';
import { type Io, pageWidth } from './io.ts';
import { languageOf } from './language.ts';
import { messages } from './messages/messages.ts';
import { say, sayCommands } from './say.ts';
import { type CommandName, typed, usage } from './usage.ts';

// Loaded one by one: `npm start` must not wait for what only the judge needs.
const commands: Record<CommandName, () => Promise<Command>> = {
  start: async () => (await import('./start.ts')).start,
  test: async () => (await import('./test.ts')).test,
  watch: async () => (await import('./watch.ts')).watch,
  ui: async () => (await import('./ui.ts')).ui,
  grade: async () => (await import('./grade.ts')).grade,
  hint: async () => (await import('./hint.ts')).hint,
  solution: async () => (await import('./solution.ts')).solution,
  reset: async () => (await import('./reset.ts')).reset,
  demo: async () => (await import('./demo.ts')).demo,
};

const PASSED_ON_TO_VITEST = ['test', 'watch', 'ui'];
const INTERRUPTED = 130;

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function sayWhatThereIs(io: Io, name: string | undefined): void {
  const text = messages(io.language);
  say(io, name === undefined ? text.chooseCommand : text.unknownCommand(name));
  const names = Object.keys(commands).filter(isCommand);
  sayCommands(
    io,
    names.map((one) => [typed(one), text.commands[one]]),
  );
}

function sayUsage(io: Io, name: CommandName): void {
  const text = messages(io.language);
  say(io, `${typed(name)} — ${text.commands[name]}`);
  say(io, text.usage(usage[name]));
  say(io, text.everyCommand);
}

/**
 * The package that an import did not find, because nobody has run `npm ci`, or not since an
 * update.
 */
function missingPackage(error: unknown): string | undefined {
  const { code, message = '' } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  return code === 'ERR_MODULE_NOT_FOUND' ? /package '([^']+)'/.exec(message)?.[1] : undefined;
}

function sayUnexpected(io: Io, error: unknown): void {
  const missing = missingPackage(error);
  if (missing !== undefined) {
    io.err(`${messages(io.language).missingTool(missing)}\n`);
    return;
  }
  const reason = error instanceof Error ? error.message : String(error);
  io.err(`${wrap(messages(io.language).internalError(reason), pageWidth(io))}\n`);
  if (io.env.COURSE_DEBUG) io.err(`${error instanceof Error ? error.stack : reason}\n`);
}

/** Runs one command line; resolves to the exit code, whatever happens. */
export async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || !isCommand(name)) {
    sayWhatThereIs(io, name);
    return 2;
  }
  const wantsHelp = args.includes('--help') || args.includes('-h');
  if (wantsHelp && !PASSED_ON_TO_VITEST.includes(name)) {
    sayUsage(io, name);
    return 0;
  }
  try {
    const command = await commands[name]();
    return await command(args, io);
  } catch (error) {
    if (!io.signal?.aborted) {
      sayUnexpected(io, error);
      return 2;
    }
    io.err(`${messages(io.language).stopped}\n`);
    return INTERRUPTED;
  }
}

function realIo(signal: AbortSignal): Io {
  const { env, stdout, stderr } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    env,
    isTty: stdout.isTTY === true,
    columns: stdout.columns || 80,
    // npm moves to the course's folder; a path was typed in the one that it came from.
    cwd: env.INIT_CWD ?? process.cwd(),
    language: languageOf(env),
    root: COURSE_ROOT,
    signal,
  };
}

/** Runs the command line of this process and ends it. */
export async function main(): Promise<void> {
  const controller = new AbortController();
  // Once: a second Ctrl-C ends everything at once.
  process.once('SIGINT', () => controller.abort());
  // `npm run grade | head` closes our output early, which is no fault.
  process.stdout.on('error', () => process.exit(0));
  const code = await dispatch(process.argv.slice(2), realIo(controller.signal));
  process.stdout.write('', () => process.exit(code));
}
