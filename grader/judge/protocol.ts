import type { Budget } from '../lab/explore/strategies.ts';
import type { ReplayToken } from '../lab/explore/token.ts';

/**
 * How a guest is to judge, as one JSON line on its standard input. Each line after it is a `GuestExercise`, which may come
 * at any time; the end of the input is the end of the work.
 */
export interface GuestSettings {
  /**
   * Watch from inside for an event loop that has been blocked for so much processor time, in ms, and name the line; needs a
   * worker and the inspector.
   */
  stuckMs?: number;
  budget?: Budget;
}

/** One file of the submission, compiled, and the checks to run on it. One JSON line. */
export interface GuestExercise {
  slug: string;
  /** The file's name as the learner knows it. */
  file: string;
  /** A function expression: see `compile.ts`. */
  code: string;
  /** Source map from `code` to `source`, as JSON text. */
  map: string;
  /** The learner's own text. */
  source: string;
  checks: string[];
  token: ReplayToken;
}

/** What a guest tells, one JSON line each on descriptor 3. */
export type GuestMessage =
  /**
   * The first of all, before any submission is loaded. Every message carries this nonce; nothing that a submission can
   * reach knows it.
   */
  | { type: 'ready'; nonce: string }
  | { type: 'start'; slug: string; check: string }
  /** The event loop of the guest still turns. */
  | { type: 'beat' }
  /** The loop has been blocked; place in the compiled code, both one-based. */
  | { type: 'stuck'; line: number; column: number }
  | { type: 'result'; slug: string; check: string; result: GuestResult }
  | { type: 'end' };

export interface GuestResult {
  status: 'passed' | 'failed' | 'not-started' | 'internal';
  message?: string;
  kind?: string;
  timeline?: string;
  replay?: string;
  /** Another seed may give another result. */
  seeded?: true;
}

/** The descriptor that the guest reports on. */
export const REPORT_FD = 3;
/** No honest line is longer; texts are cut by the guest. */
export const MAX_LINE_BYTES = 64 * 1024;

const isText = (value: unknown): value is string => typeof value === 'string';
const isOptionalText = (value: unknown): boolean => value === undefined || isText(value);
const STATUSES = new Set(['passed', 'failed', 'not-started', 'internal']);

function isResult(value: unknown): value is GuestResult {
  if (typeof value !== 'object' || value === null) return false;
  const { status, seeded, ...texts } = value as Record<string, unknown>;
  const { message, kind, timeline, replay } = texts;
  return (
    isText(status) &&
    STATUSES.has(status) &&
    (seeded === undefined || seeded === true) &&
    [message, kind, timeline, replay].every((text) => isOptionalText(text))
  );
}

const NONCE = /^[0-9a-f]{32}$/;

/**
 * Reads one line of a guest. `undefined` when it is not exactly a message with this nonce, or, before there is one, the
 * message that tells it.
 */
export function parseMessage(line: string, nonce: string | undefined): GuestMessage | undefined {
  let message: Record<string, unknown>;
  try {
    message = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, slug, check, result, line: at, column } = message;
  if (nonce === undefined) {
    const isFirst = type === 'ready' && isText(message.nonce) && NONCE.test(message.nonce);
    return isFirst ? { type, nonce: message.nonce as string } : undefined;
  }
  if (message.nonce !== nonce) return undefined;
  switch (type) {
    case 'beat':
    case 'end':
      return { type };
    case 'stuck':
      return Number.isInteger(at) && Number.isInteger(column)
        ? { type, line: at as number, column: column as number }
        : undefined;
    case 'start':
      return isText(slug) && isText(check) ? { type, slug, check } : undefined;
    case 'result':
      return isText(slug) && isText(check) && isResult(result)
        ? { type, slug, check, result }
        : undefined;
    default:
      return undefined;
  }
}
