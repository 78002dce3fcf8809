import { todo } from '#course';

/** Downloads one file and resolves with its text. Calling it starts the download. */
export type Download = (url: string) => Promise<string>;

/**
 * Downloads all files at the same time.
 *
 * @returns the texts, in the order of `urls`, as soon as the slowest download is over
 * @throws what the first failing download rejected with, at the moment it fails
 */
export async function downloadAll(urls: readonly string[], download: Download): Promise<string[]> {
  todo();
}
