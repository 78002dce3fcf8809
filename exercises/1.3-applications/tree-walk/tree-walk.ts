import { todo } from '#course';

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
  todo();
}
