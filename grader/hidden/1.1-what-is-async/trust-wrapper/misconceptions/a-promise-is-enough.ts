export const misconception = {
  belief: {
    en: 'A promise settles once and takes every outcome; wrapped in one, the driver is safe.',
    zh: 'promise 只会有一个结果，也能接住所有情况；包上一层，驱动程序就安全了。',
  },
  refutation: {
    en: 'A promise protects against twice and against throwing, not against never: when nobody calls resolve or reject, it waits for ever. Only a timer of your own ends that wait.',
    zh: 'promise 能挡住“两次”和“抛出”，挡不住“从不”：没有人调用 resolve 或 reject，它就永远等下去。只有你自己的定时器才能结束这种等待。',
  },
  read: '1.1-what-is-async',
};

type Report<Result> = (error: Error | null, result?: Result) => void;
type Call<Result> = (report: Report<Result>) => void;

export function callCarefully<Result>(call: Call<Result>, _timeoutMs: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    call((error, result) => {
      if (error) reject(error);
      else resolve(result as Result);
    });
  });
}
