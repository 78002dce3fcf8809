import type { RealmGlobals } from './realm.ts';

/** What a tiny program may use: the same names natively and in the lab. */
export interface ParityEnv
  extends Pick<
    RealmGlobals,
    | 'setTimeout'
    | 'clearTimeout'
    | 'setInterval'
    | 'clearInterval'
    | 'setImmediate'
    | 'clearImmediate'
    | 'AbortSignal'
  > {
  log: (text: unknown) => void;
  /** `node:timers/promises`. */
  promises: typeof import('node:timers/promises');
}

export interface Handle {
  close(): unknown;
  hasRef(): boolean;
  ref(): unknown;
  unref(): unknown;
  refresh(): unknown;
}

/** Everything of an error that code may go by. */
export const describe = (error: unknown): string => {
  const { name, code, message, cause } = error as Error & { code?: string };
  return `${name} ${code} "${message}" cause ${String(cause)}`;
};

export const thrownBy = (run: () => unknown): string => {
  try {
    run();
    return 'nothing';
  } catch (error) {
    return describe(error);
  }
};
