import { type Call, callCarefully } from './trust-wrapper.ts';

const started = performance.now();
const elapsed = (): string => `${String(Math.round(performance.now() - started)).padStart(4)} ms`;

const drivers: Record<string, Call<string>> = {
  good: (report) => setTimeout(report, 200, null, 'receipt 1'),
  hasty: (report) => report(null, 'receipt 2'),
  twice: (report) => {
    setTimeout(report, 200, null, 'receipt 3');
    setTimeout(report, 250, null, 'receipt 4');
  },
  refused: (report) => setTimeout(report, 200, new Error('card refused')),
  broken: () => {
    throw new Error('no paper');
  },
  late: (report) => setTimeout(report, 700, null, 'receipt 5'),
  silent: () => {},
};

for (const [name, driver] of Object.entries(drivers)) {
  const text = await callCarefully(driver, 500).catch((error: Error) => String(error));
  console.log(`${elapsed()}  ${name.padEnd(8)} ${text}`);
}
console.log(`${elapsed()}  the program ends now: no timer of 500 ms is left`);
