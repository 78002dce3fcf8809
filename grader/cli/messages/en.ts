/** Everything that the commands say, in English; `zh.ts` has the same shape. */
export const en = {
  commands: {
    start: 'where you stand and what is next',
    test: 'all examples, or those of one exercise',
    watch: 'the examples again whenever you save',
    ui: 'the examples in the browser',
    grade: 'submit to the hidden checks',
    hint: 'the next of three hints',
    solution: 'the published solution and why it is so',
    reset: 'put the stub back and keep your attempt',
    demo: 'run your code for real, outside the tests',
  },
  unknownCommand: (word: string) => `Unknown command "${word}". The commands are:`,
  chooseCommand: 'Choose a command:',
  everyCommand: 'Also: --lang en or --lang zh, with every command.',
  usage: (line: string) => `Usage: ${line}`,
  unknownExercise: (word: string, near: string | undefined) =>
    `Unknown exercise "${word}".${near === undefined ? '' : ` Did you mean "${near}"?`}\n` +
    'npm start lists every exercise.',
  missingSlug: (usage: string, example: string) =>
    `Which exercise?\nUsage: ${usage}\nFor example: ${example}`,
  oneSlug: (usage: string) => `One exercise at a time, please.\nUsage: ${usage}`,
  unknownOption: (option: string, usage: string) => `Unknown option "${option}".\nUsage: ${usage}`,
  needsValue: (option: string, usage: string) =>
    `The option "${option}" needs a value after it.\nUsage: ${usage}`,
  takesNoValue: (option: string, usage: string) =>
    `The option "${option}" takes no value.\nUsage: ${usage}`,
  npmTookOption: (option: string, usage: string) =>
    `npm kept "${option}" for itself: type -- before the options of this command.\nUsage: ${usage}`,
  unknownLanguage: (tag: string) => `The course does not speak "${tag}": choose en or zh.`,
  brokenCourse: (reason: string) =>
    `The course's own files are damaged. ${reason}\nGit brings them back:\n` +
    '    git checkout -- exercises/course.json "exercises/**/exercise.json"',
  missingTool: (tool: string) => `"${tool}" is not installed: run npm ci once, then try again.`,
  progressBroken: (keptAs: string) =>
    `progress.json could not be read completely. It is kept as ${keptAs}, ` +
    'and the course goes on with what was legible.',
  progressNotSaved: (reason: string) => `Your progress could not be saved: ${reason}`,
  internalError: (reason: string) =>
    `Internal error: ${reason}\n` +
    'This is a fault of the course, not of your code. ' +
    'Please report it with the command you typed.\n' +
    'COURSE_DEBUG=1 before the command shows where it happened.',
  stopped: 'Stopped. Nothing was recorded.',
  minutes: (count: number) => `${count} min`,
  heading: (slug: string, title: string, minutes: number) => `${slug} — ${title} (${minutes} min)`,

  next: (heading: string) => `Next: ${heading}`,

  start: {
    done: (done: number, all: number) => `${done} of ${all} done`,
    read: 'read',
    write: 'write',
    welcome: 'A failing check is part of the way: it says what your code did, and when.',
    test: 'run its examples',
    grade: 'submit it: hidden checks, timelines, score',
    hint: 'a nudge when you are stuck',
    watch: 'run the examples whenever you save',
    allDone: (all: number) => `You have passed all ${all} exercises. Well done.`,
    compare: 'compare your answer with the solution',
    again: 'start one again; your attempt is kept',
  },
  grade: {
    busy: (slugs: string, seconds: number) => `Grading ${slugs} … ${seconds} s`,
    missingDir: (dir: string) => `There is no folder "${dir}" to grade.`,
    replayOne: (usage: string) =>
      `A replay repeats one failure, so name one exercise.\nUsage: ${usage}`,
    typescriptSays: 'TypeScript also says:',
    moreErrors: (count: number) => `and ${count} more`,
    total: (score: number, maxScore: number) => `Total: ${score} of ${maxScore} points`,
    counts: {
      passed: (count: number) => `${count} passed`,
      failed: (count: number) => `${count} failed`,
      error: (count: number) => `${count} not judged`,
      'not-started': (count: number) => `${count} not started`,
    },
    passed: 'Passed. The solution may look different; yours is just as right:',
    passedAll: 'Passed. The solutions may look different; yours are just as right:',
    courseDone: 'You have passed every exercise of the course.',
    failed: 'Start with the first ✗, then submit again:',
    hint: (slug: string, number: number) => `Stuck? npm run hint ${slug} (hint ${number} of 3)`,
    allHints: (slug: string) => `Stuck? npm run hint ${slug} -- --all (the three hints again)`,
    notStarted: (file: string) =>
      `This is where it begins: replace todo() by your code in\n    ${file}`,
    examplesFirst: 'Then run its examples, and submit it:',
    error: 'Put this right, then submit again:',
    internal: 'This is a fault of the grader and costs you nothing. Please report it.',
    replayPassed: 'This failure no longer happens. Submit without --replay to be sure:',
  },
  hint: {
    title: (number: number, all: number) => `Hint ${number} of ${all}`,
    more: 'Try again with this. Still stuck?',
    last: 'That was the last hint. When you would rather read the solution:',
    passed: 'You have passed this exercise; the solution is open to you:',
  },
  solution: {
    locked: (slug: string) =>
      `The solution of ${slug} opens when you pass it. Until then, hints help more:`,
    giveUp: 'Or read it now; you can still pass afterwards:',
    differ: 'Yours may look different and be just as right: the checks decide.',
    missing: (file: string) => `The solution is not there: ${file}`,
  },
  reset: {
    same: (file: string) => `Nothing to reset: ${file} is still the stub.`,
    kept: (file: string) => `Your attempt is kept: ${file}`,
    restored: (file: string) => `The stub is back: ${file}`,
  },
  demo: {
    none: (slug: string) => `The exercise ${slug} has no demo.`,
    have: 'These have one:',
    nobody: 'No exercise has one yet.',
    notStarted: (file: string) =>
      'There is nothing to show yet: the demo runs your code, and it still reaches todo().\n' +
      `Write it first: ${file}`,
  },
};

export type Messages = typeof en;
