import type { Messages } from './en.ts';

/** 各命令的全部中文文字；结构与 en.ts 相同。 */
export const zh: Messages = {
  commands: {
    start: '查看进度和下一步',
    test: '运行全部示例测试，或只运行某一题的',
    watch: '每次保存后自动运行示例测试',
    ui: '在浏览器中查看示例测试',
    grade: '提交评分，运行隐藏检查',
    hint: '查看下一条提示（共三条）',
    solution: '查看参考答案及讲解',
    reset: '恢复初始代码，并保留你的作答',
    demo: '脱离测试，真实运行你的代码',
  },
  unknownCommand: (word) => `没有“${word}”这个命令。可用的命令：`,
  chooseCommand: '请选择一个命令：',
  everyCommand: '所有命令还支持 --lang en 或 --lang zh。',
  usage: (line) => `用法：${line}`,
  unknownExercise: (word, near) =>
    `没有名为“${word}”的练习。${near === undefined ? '' : `你是不是想输入“${near}”？`}\n` +
    '运行 npm start 可查看全部练习。',
  missingSlug: (usage, example) => `请指定一个练习。\n用法：${usage}\n例如：${example}`,
  oneSlug: (usage) => `一次只能指定一个练习。\n用法：${usage}`,
  unknownOption: (option, usage) => `没有“${option}”这个选项。\n用法：${usage}`,
  needsValue: (option, usage) => `选项“${option}”后面缺少一个值。\n用法：${usage}`,
  takesNoValue: (option, usage) => `选项“${option}”不接受值。\n用法：${usage}`,
  npmTookOption: (option, usage) =>
    `“${option}”被 npm 自己拿走了：请在本命令的选项之前加上 --。\n用法：${usage}`,
  unknownLanguage: (tag) => `本课程不支持语言“${tag}”，请选择 en 或 zh。`,
  brokenCourse: (reason) =>
    `课程自带的文件已损坏。${reason}\n可用 Git 恢复：\n` +
    '    git checkout -- exercises/course.json "exercises/**/exercise.json"',
  missingTool: (tool) => `尚未安装“${tool}”：请先运行一次 npm ci，然后重试。`,
  progressBroken: (keptAs) =>
    `progress.json 无法完整读取。原文件已保留为 ${keptAs}，课程会沿用其中能读出的部分。`,
  progressNotSaved: (reason) => `无法保存学习进度：${reason}`,
  internalError: (reason) =>
    `内部错误：${reason}\n这是课程本身的问题，不是你的代码的问题。请连同你输入的命令一起报告。\n在命令前加上 COURSE_DEBUG=1 可以看到出错位置。`,
  stopped: '已停止，没有留下任何记录。',
  minutes: (count) => `${count} 分钟`,
  heading: (slug, title, minutes) => `${slug} — ${title}（${minutes} 分钟）`,

  next: (heading) => `下一题：${heading}`,

  start: {
    done: (done, all) => `已完成 ${done} / ${all}`,
    read: '阅读',
    write: '编写',
    welcome: '检查不通过是学习的一部分：它会告诉你，你的代码在什么时刻做了什么。',
    test: '运行这一题的示例测试',
    grade: '提交评分：隐藏检查、时间线、得分',
    hint: '卡住时看一条提示',
    watch: '每次保存后自动运行示例测试',
    allDone: (all) => `全部 ${all} 道练习都已通过，恭喜！`,
    compare: '把你的写法与参考答案对照',
    again: '重做某一题；你的作答会保留',
  },
  grade: {
    busy: (slugs, seconds) => `正在评分：${slugs} …… ${seconds} 秒`,
    missingDir: (dir) => `找不到要评分的文件夹“${dir}”。`,
    replayOne: (usage) => `重放只针对一次失败，所以请只指定一个练习。\n用法：${usage}`,
    typescriptSays: 'TypeScript 还指出：',
    moreErrors: (count) => `另有 ${count} 处`,
    total: (score, maxScore) => `总分 ${score} / ${maxScore}`,
    counts: {
      passed: (count) => `通过 ${count} 题`,
      failed: (count) => `未通过 ${count} 题`,
      error: (count) => `无法评判 ${count} 题`,
      'not-started': (count) => `未开始 ${count} 题`,
    },
    passed: '通过。参考答案的写法可能不同，你的同样正确：',
    passedAll: '全部通过。参考答案的写法可能不同，你的同样正确：',
    courseDone: '课程的全部练习都已通过。',
    failed: '先解决第一个 ✗，然后再次提交：',
    hint: (slug, number) => `卡住了？npm run hint ${slug}（第 ${number} 条提示，共 3 条）`,
    allHints: (slug) => `卡住了？npm run hint ${slug} -- --all（重看三条提示）`,
    notStarted: (file) => `从这里开始：打开下面的文件，用你的代码替换 todo()。\n    ${file}`,
    examplesFirst: '然后运行示例测试，再提交评分：',
    error: '改正之后再次提交：',
    internal: '这是评分程序的问题，不会扣分。请报告给我们。',
    replayPassed: '这次失败已不再出现。请去掉 --replay 再提交一次，以便确认：',
  },
  hint: {
    title: (number, all) => `提示 ${number} / ${all}`,
    more: '先照这个思路再试一次。还是卡住？',
    last: '这是最后一条提示。如果想直接看参考答案：',
    passed: '这一题你已经通过，可以查看参考答案：',
  },
  solution: {
    locked: (slug) => `通过 ${slug} 之后才会给出参考答案。在此之前，提示更有帮助：`,
    giveUp: '也可以现在就看；看过之后仍然可以通过这一题：',
    differ: '你的写法可能不同，但同样正确：以检查结果为准。',
    missing: (file) => `找不到参考答案：${file}`,
  },
  reset: {
    same: (file) => `无需恢复：${file} 仍是初始代码。`,
    kept: (file) => `你的作答已保留：${file}`,
    restored: (file) => `已恢复初始代码：${file}`,
  },
  demo: {
    none: (slug) => `练习 ${slug} 没有演示。`,
    have: '有演示的练习：',
    nobody: '目前还没有带演示的练习。',
    notStarted: (file) =>
      `还没有可演示的内容：演示运行的是你的代码，而它仍会执行到 todo()。\n请先完成：${file}`,
  },
};
