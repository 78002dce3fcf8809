export const misconception = {
  belief: {
    en: 'One chain of promises in the module keeps all steps apart, so every deployment can append to it.',
    zh: '在模块里放一条 promise 链就能让所有步骤互不重叠，每次部署都接在它后面即可。',
  },
  refutation: {
    en: 'The chain outlives the call: another deployment has to wait for servers that are none of its business, and once a step has failed, everything appended later fails with that old error. Keep the chain inside the call.',
    zh: '这条链比一次调用活得更久：另一次部署得等待与它无关的服务器；而且只要有一步失败，之后接上的一切都会以那个旧错误失败。把链放在函数内部。',
  },
  read: '2.2.2-async-await',
};

type Execute = (step: string) => Promise<string>;

let last: Promise<unknown> = Promise.resolve();

export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  const reports = steps.map((step) => {
    const report = last.then(() => execute(step));
    last = report;
    return report;
  });
  return Promise.all(reports);
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  return () => execute(step);
}
