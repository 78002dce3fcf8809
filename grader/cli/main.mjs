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

async function run() {
  // What takes longest first: a guest needs as much time to start as the command needs to load.
  if (process.argv[2] === 'grade') (await import('../judge/host/spare.ts')).startSpare();
  await (await import('./main.ts')).main();
}

run().catch((error) => {
  console.error(error);
  process.exit(2);
});
