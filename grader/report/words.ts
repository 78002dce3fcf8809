import type { Language } from '../course/catalogue.ts';

/** What a report says around the verdict's own texts. */
export interface Words {
  notStarted: string;
  points(score: number, maxScore: number): string;
  didNotRun: string;
  noneRan(count: number): string;
  again: string;
  asAbove: string;
  line(file: string, line: number): string;
  belief: string;
  refutation: string;
  read: string;
  readme: string;
}

const en: Words = {
  notStarted: 'Not started: todo() is still in place.',
  points: (score, maxScore) => `${score} of ${maxScore} ${maxScore === 1 ? 'point' : 'points'}`,
  didNotRun: ' (did not run)',
  noneRan: (count) =>
    count === 1 ? 'The only check did not run.' : `None of ${count} checks ran.`,
  again: 'again: ',
  asAbove: 'The same as above.',
  line: (file, line) => `${file}, line ${line}`,
  belief: 'You may believe:',
  refutation: 'In fact:',
  read: 'Read: ',
  readme: 'README.md',
};

const zh: Words = {
  notStarted: '还没有开始：todo() 仍在原处。',
  points: (score, maxScore) => `得分 ${score} / ${maxScore}`,
  didNotRun: '（未运行）',
  noneRan: (count) => `${count} 项检查都没有运行。`,
  again: '重放：',
  asAbove: '同上。',
  line: (file, line) => `${file} 第 ${line} 行`,
  belief: '你可能以为：',
  refutation: '其实：',
  read: '阅读：',
  readme: 'README.zh-CN.md',
};

export const words: Record<Language, Words> = { en, zh };
