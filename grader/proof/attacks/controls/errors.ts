// attack: none; errors with a cause, subclasses of Error, AggregateError, and rethrowing what came
// expect: passed
class DownloadError extends Error {
  override name = 'DownloadError';
  constructor(
    readonly url: string,
    options: ErrorOptions,
  ) {
    super(`cannot download ${url}`, options);
  }
}
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  const wrapped = urls.map(async (url) => {
    try {
      return await download(url);
    } catch (error) {
      throw new DownloadError(url, { cause: error });
    }
  });
  try {
    return await Promise.all(wrapped);
  } catch (error) {
    if (error instanceof AggregateError) throw error.errors[0];
    if (error instanceof DownloadError && error instanceof Error && String(error).startsWith('DownloadError')) throw error.cause;
    throw error;
  }
}
