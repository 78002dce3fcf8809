import type { Messages } from './messages/en.ts';

export type CommandName = keyof Messages['commands'];

/** What to type, command by command; the words in brackets may be left out. */
export const usage: Record<CommandName, string> = {
  start: 'npm start',
  test: 'npm test [slug | file …]',
  watch: 'npm run watch [slug]',
  ui: 'npm run ui [slug]',
  grade: 'npm run grade [slug …] -- [--dir DIR] [--json] [--replay TOKEN]',
  hint: 'npm run hint <slug> -- [--all]',
  solution: 'npm run solution <slug> -- [--give-up]',
  reset: 'npm run reset <slug>',
  demo: 'npm run demo <slug>',
};

/** The command as a learner types it for one exercise, without options. */
export function typed(command: CommandName, slug = ''): string {
  const start = command === 'start' || command === 'test' ? `npm ${command}` : `npm run ${command}`;
  return `${start} ${slug}`.trim();
}
