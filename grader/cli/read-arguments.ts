import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';
import type { Io } from './io.ts';
import { languageOfTag } from './language.ts';
import { messages } from './messages/messages.ts';
import { type CommandName, usage } from './usage.ts';

/** The options of one command, beside `--lang`, which all have. */
export interface Options {
  flags?: readonly string[];
  values?: readonly string[];
}

/** What was typed after the command. */
export interface Arguments {
  words: string[];
  flags: Set<string>;
  values: Map<string, string>;
  /** The world as it was given, in the language that `--lang` asks for. */
  io: Io;
}

// `npm run hint overlap --all` without `--`: npm takes the option and leaves it in the environment.
function takenByNpm(io: Io, option: string): boolean {
  return Boolean(io.env[`npm_config_${option.replaceAll('-', '_')}`]);
}

function inLanguage(io: Io, tag: string | undefined): Io {
  if (tag === undefined) return io;
  const language = languageOfTag(tag);
  if (language === undefined) throw new UsageError(messages(io.language).unknownLanguage(tag));
  return { ...io, language };
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

function tokensOf(args: string[], valued: readonly string[]): Token[] {
  const options = Object.fromEntries(valued.map((name) => [name, { type: 'string' as const }]));
  // Not strict: its messages are English, and name no remedy.
  return parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true }).tokens;
}

function lacksValue(token: Token & { kind: 'option' }): boolean {
  return !token.value || (!token.inlineValue && token.value.startsWith('--'));
}

/** Reads words and options; an option that is unknown or incomplete is a `UsageError`. */
export function readArguments(
  command: CommandName,
  args: string[],
  io: Io,
  { flags = [], values = [] }: Options = {},
): Arguments {
  const text = messages(io.language);
  const valued = [...values, 'lang'];
  const read: Omit<Arguments, 'io'> = { words: [], flags: new Set(), values: new Map() };
  for (const token of tokensOf(args, valued)) {
    if (token.kind === 'positional') read.words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName } = token;
    if (valued.includes(name)) {
      if (lacksValue(token)) throw new UsageError(text.needsValue(rawName, usage[command]));
      read.values.set(name, token.value ?? '');
    } else {
      const problem = flags.includes(name) ? text.takesNoValue : text.unknownOption;
      const isFine = flags.includes(name) && token.value === undefined;
      if (!isFine) throw new UsageError(problem(rawName, usage[command]));
      read.flags.add(name);
    }
  }
  for (const name of flags) if (takenByNpm(io, name)) read.flags.add(name);
  const lost = values.find((name) => !read.values.has(name) && takenByNpm(io, name));
  if (lost !== undefined) throw new UsageError(text.npmTookOption(`--${lost}`, usage[command]));
  return { ...read, io: inLanguage(io, read.values.get('lang')) };
}
