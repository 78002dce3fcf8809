import type { Report } from '../verdict.ts';

/** Writes a report as JSON that is safe to show in a terminal. */
export function json(report: Report): string {
  const text = JSON.stringify(report, null, 2);
  // JSON escapes what lies below U+0020 by itself, but not the rest of the control characters.
  const safe = text.replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${safe}\n`;
}
