export const misconception = {
  belief: {
    en: 'A deployment should catch the failure of a step, note it, and go on with the rest.',
    zh: '部署应当捕获步骤的失败，记下来，然后继续执行其余步骤。',
  },
  refutation: {
    en: 'A caught failure counts as success for the loop: the next step starts on a server that the failed one has left half done, and the caller never hears of it. Let the error leave the loop.',
    zh: '被捕获的失败对循环来说就是成功：下一步会在半途而废的服务器上启动，而调用者对此一无所知。让错误离开循环。',
  },
  read: '2.2.2-async-await',
};

type Execute = (step: string) => Promise<string>;

export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  const reports: string[] = [];
  for (const step of steps) {
    try {
      reports.push(await execute(step));
    } catch (error) {
      reports.push(`${step}: ${String(error)}`);
    }
  }
  return reports;
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  return () => execute(step);
}
