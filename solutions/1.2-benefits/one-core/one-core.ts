/** What one request needs, in whole ms, each 0 or more. */
export interface PageRequest {
  /** Computing: reads the request and sends its query. */
  parseMs: number;
  /** Waiting for the database, which answers any number of queries at once. */
  queryMs: number;
  /** Computing: makes a page of the answer. */
  renderMs: number;
}

/**
 * Predicts when the last page is done if one event loop, on one core, serves all requests.
 *
 * @param requests all are there at 0 ms, in this order
 * @returns ms from 0; 0 when there are no requests
 */
export function predictMakespan(requests: readonly PageRequest[]): number {
  return predictMakespanOn(requests, 1);
}

/**
 * Predicts the same for `workers` cores, which share one line of what is to be computed.
 *
 * A core that is free takes the first in line at once and computes it to its end. In line are, from 0 ms on, the parsing
 * of every request and, from the moment its answer is there, the rendering of a request. Whoever has been ready for
 * longest is first. Of those that became ready at the same moment, parsing goes before rendering, then the order of
 * `requests` decides. What takes 0 ms waits for its turn too.
 *
 * @param workers how many cores there are: a whole number, 1 or more
 * @returns ms from 0; 0 when there are no requests
 */
export function predictMakespanOn(requests: readonly PageRequest[], workers: number): number {
  const freeAt: number[] = new Array(workers).fill(0);

  const compute = (readyAt: number, ms: number): number => {
    const soonest = Math.min(...freeAt);
    const doneAt = Math.max(readyAt, soonest) + ms;
    freeAt[freeAt.indexOf(soonest)] = doneAt;
    return doneAt;
  };

  const answers = requests.map(({ parseMs, queryMs, renderMs }) => {
    const readyAt = compute(0, parseMs) + queryMs;
    return { readyAt, renderMs };
  });
  answers.sort((a, b) => a.readyAt - b.readyAt);
  const ends = answers.map(({ readyAt, renderMs }) => compute(readyAt, renderMs));
  return Math.max(0, ...ends);
}
