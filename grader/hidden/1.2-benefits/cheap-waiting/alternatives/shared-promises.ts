// Those with the same time share one promise, so there is one entry for each moment, however many sleep.
export function createAlarmClock(): { sleep(ms: number): Promise<void> } {
  const moments = new Map<number, PromiseWithResolvers<void>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let armedFor = Number.POSITIVE_INFINITY;

  function arm(): void {
    clearTimeout(timer);
    armedFor = Math.min(...moments.keys());
    if (moments.size > 0) timer = setTimeout(ring, armedFor - performance.now());
  }

  function ring(): void {
    const now = performance.now();
    const due = [...moments.keys()].filter((at) => at <= now).sort((a, b) => a - b);
    for (const at of due) {
      moments.get(at)?.resolve();
      moments.delete(at);
    }
    arm();
  }

  return {
    sleep(ms) {
      const at = performance.now() + ms;
      const moment = moments.get(at) ?? Promise.withResolvers<void>();
      moments.set(at, moment);
      if (at < armedFor) arm();
      return moment.promise;
    },
  };
}
