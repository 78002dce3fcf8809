/** One thing in a folder. `size` is in bytes and 0 for a folder. */
export interface Entry {
  name: string;
  kind: 'file' | 'folder';
  size: number;
}

/** Asks the archive what lies in a folder. */
export type List = (path: string) => Promise<Entry[]>;

/**
 * Adds up the sizes of all files below `root`. The folder `b` in `root/a` is listed as `root/a/b`.
 *
 * Every folder is listed once. In the whole walk at most `limit` listings (1 or more) are in flight, and whenever a folder is
 * known and a listing may start, one starts. Rejects with the error of the first listing that fails, at that moment;
 * after it no listing starts.
 */
export async function diskUsage(root: string, list: List, limit: number): Promise<number> {
  const waiting = [root];
  const inFlight = new Set<Promise<void>>();
  let failure: { reason: unknown } | undefined;
  let total = 0;

  const listOne = async (path: string): Promise<void> => {
    for (const { name, kind, size } of await list(path)) {
      if (kind === 'folder') waiting.push(`${path}/${name}`);
      else total += size;
    }
  };

  while (waiting.length > 0 || inFlight.size > 0) {
    while (waiting.length > 0 && inFlight.size < limit) {
      const listing: Promise<void> = listOne(waiting.pop() as string)
        .catch((reason: unknown) => {
          failure ??= { reason };
        })
        .then(() => void inFlight.delete(listing));
      inFlight.add(listing);
    }
    await Promise.race(inFlight);
    if (failure) throw failure.reason;
  }
  return total;
}
