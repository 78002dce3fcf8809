import module from 'node:module';
import { fileURLToPath } from 'node:url';

// Plain JavaScript, so that a Node which cannot run the rest can still say why.
const WANTED = 26;
const found = process.versions.node;

if (Number(found.split('.')[0]) < WANTED) {
  const { COURSE_LANG, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const isChinese = /^zh/i.test(COURSE_LANG || LC_ALL || LC_MESSAGES || LANG || '');
  console.error(
    isChinese
      ? `本课程自带 Node ${WANTED}，而你正在使用 Node ${found}：请先运行一次 \`npm ci\`，之后使用 npm 脚本，例如 \`npm start\``
      : `This course brings its own Node ${WANTED} and you are running Node ${found}: ` +
          'run `npm ci` once, then use the npm scripts, for example `npm start`',
  );
  process.exit(2);
}

// Every command starts twice as fast when nothing has to be stripped of its types and compiled again.
module.enableCompileCache(fileURLToPath(new URL('../../.course/compiled', import.meta.url)));

/** What takes longest first: a guest needs as much time to start, and to judge, as the command needs to load. */
async function startJudging(args) {
  const { startSpare } = await import('../judge/host/spare.ts');
  startSpare();
  const { askAhead } = await import('../judge/host/ahead.ts');
  // Not longer than this turn: a long file is compiled in a process of its own.
  await Promise.race([askAhead(args), new Promise(setImmediate)]);
}

async function run() {
  const [, , command, ...args] = process.argv;
  if (command === 'grade') await startJudging(args);
  await (await import('./main.ts')).main();
}

run().catch((error) => {
  console.error(error);
  process.exit(2);
});
