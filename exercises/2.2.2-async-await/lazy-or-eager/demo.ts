import { deploy, prepare } from './lazy-or-eager.ts';

const started = performance.now();
const elapsed = (): string => `${String(Math.round(performance.now() - started)).padStart(4)} ms`;

const execute = async (step: string): Promise<string> => {
  console.log(`${elapsed()}  start ${step}`);
  await new Promise((done) => setTimeout(done, 200));
  console.log(`${elapsed()}  end   ${step}`);
  return `${step}: done`;
};

const rollBack = prepare('roll back', execute);
console.log(await deploy(['back up', 'migrate', 'restart'], execute));
console.log(`${elapsed()}  three steps of 200 ms; the roll-back was prepared, now it is run`);
console.log(await rollBack());
