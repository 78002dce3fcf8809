/** A place in the learner's file. */
export interface Site {
  file: string;
  /** One-based. */
  line: number;
  /** The text of that line, when it is known. */
  source?: string;
}

export function siteText(site: Site): string {
  const place = `${site.file}:${site.line}`;
  return site.source ? `${place}  ${site.source.trim()}` : place;
}

function sitesText(intro: string, sites: readonly Site[]): string {
  if (sites.length === 0) return '';
  return `\n${intro}\n${sites.map((site) => `  ${siteText(site)}`).join('\n')}`;
}

/** Says why a promise never settled. `now` is the virtual ms at which nothing was left to happen. */
export function outcomeSentence(
  kind: 'deadlock' | 'livelock',
  { now, recent, sites }: { now: number; recent: readonly string[]; sites: readonly Site[] },
): string {
  if (kind === 'deadlock') {
    return (
      `Your promise never settled: at ${now} ms no timer was armed and no operation in flight, so nothing could ` +
      `ever wake it (a deadlock). Look for a promise that nobody resolves.${sitesText('Waiting for ever:', sites)}`
    );
  }
  return (
    `Your code never came to rest: thousands of callbacks ran at ${now} ms without getting further (a livelock). ` +
    `The last ones: ${recent.join(', ')}. Wait for an event, or for longer, instead of asking again at once.` +
    sitesText('Set in:', sites)
  );
}

/** Says that code waited for the clock without letting it move. */
export function busyWaitSentence(now: number, sites: readonly Site[]): string {
  return (
    `Your code waited for time to pass without giving control back at ${now} ms: it read the clock again and again ` +
    `in one turn, and nothing else can run meanwhile (a blocked event loop). Await a timer instead of looping.` +
    sitesText('The loop is at:', sites.slice(0, 1))
  );
}
