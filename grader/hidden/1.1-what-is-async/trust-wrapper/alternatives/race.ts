type Report<Result> = (error: Error | null, result?: Result) => void;
type Call<Result> = (report: Report<Result>) => void;

// A race of what may happen; an async function makes a rejection of the throw.
export async function callCarefully<Result>(call: Call<Result>, timeoutMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expired = new Promise<never>((_, reject) => {
    const error = new DOMException('The terminal is silent', 'TimeoutError');
    timer = setTimeout(reject, timeoutMs, error);
  });
  const reported = new Promise<Result>((resolve, reject) => {
    call((error, result) => {
      if (error) reject(error);
      else resolve(result as Result);
    });
  });
  try {
    return await Promise.race([expired, reported]);
  } finally {
    clearTimeout(timer);
  }
}
