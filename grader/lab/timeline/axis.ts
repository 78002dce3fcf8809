export interface Tick {
  readonly column: number;
  readonly label: string;
}

/** A scale from virtual milliseconds to columns (of text, or pixels). */
export interface Axis {
  readonly columns: number;
  readonly ticks: readonly Tick[];
  /** The column of a virtual millisecond, always within the axis. */
  column(ms: number): number;
}

export interface AxisRoom {
  /** The most columns the axis may take. */
  readonly columns: number;
  /** Columns to add after the end, for what never finished. */
  readonly tail: number;
  /** How far apart ticks must be for a label of this text. */
  spacing(label: string): number;
}

interface Unit {
  readonly name: string;
  readonly ms: number;
}

const MILLISECONDS: Unit = { name: 'ms', ms: 1 };
const SECONDS: Unit = { name: 's', ms: 1000 };
const MINUTES: Unit = { name: 'min', ms: 60_000 };
const HOURS: Unit = { name: 'h', ms: 3_600_000 };

/** Less than this is drawn as no time at all. */
const SHORTEST_MS = 0.001;
/** What a `Date` can hold. */
const LONGEST_MS = 8.64e15;

/**
 * Lays out an axis from 0 to `endMs` virtual milliseconds. Ticks are a round number of units and a
 * whole number of columns apart, so that a moment on a tick is drawn exactly under it.
 */
export function makeAxis(endMs: number, room: AxisRoom): Axis {
  const end = endMs >= SHORTEST_MS ? Math.min(endMs, LONGEST_MS) : 0;
  const unit = axisUnit(end);
  const { step, spacing } =
    end === 0
      ? { step: 1, spacing: 1 }
      : chooseStep(end / unit.ms, room.columns - 1 - room.tail, room.spacing);
  const scale = (ms: number) => Math.round((ms * spacing) / (step * unit.ms));
  const last = scale(end);
  const columns = last + 1 + room.tail;
  const count = Math.floor(last / spacing);
  const ticks = Array.from({ length: count + 1 }, (_, index) => ({
    column: index * spacing,
    label: label(index * step) + (index === count ? ` ${unit.name}` : ''),
  }));
  const column = (ms: number) =>
    Number.isNaN(ms) ? 0 : Math.min(Math.max(scale(Math.min(ms, end)), 0), columns - 1);
  return { columns, ticks, column };
}

function axisUnit(endMs: number): Unit {
  if (endMs < 10 * SECONDS.ms) return MILLISECONDS;
  if (endMs < 10 * MINUTES.ms) return SECONDS;
  return endMs < 10 * HOURS.ms ? MINUTES : HOURS;
}

/** The shortest round step whose labels keep their distance when the axis fills `columns`. */
function chooseStep(end: number, columns: number, spacingFor: AxisRoom['spacing']) {
  for (let power = Math.floor(Math.log10(end / columns)); ; power++) {
    for (const digit of [1, 2, 5]) {
      const step = digit * 10 ** power;
      const spacing = Math.floor((columns * step) / end);
      const widest = label(Math.floor(end / step) * step);
      const isPartOfOne = step < 1 && end >= 1;
      if (!isPartOfOne && spacing >= spacingFor(widest)) return { step, spacing };
    }
  }
}

function label(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** Writes virtual milliseconds for people: `333 ms`, `12.5 s`, `90 min`, `1 h`. */
export function formatTime(ms: number): string {
  const unit = timeUnit(ms);
  return `${label(Math.round((ms / unit.ms) * 1000) / 1000)} ${unit.name}`;
}

function timeUnit(ms: number): Unit {
  if (!(ms >= 10 * SECONDS.ms)) return MILLISECONDS;
  return [HOURS, MINUTES].find((unit) => Number.isInteger(ms / unit.ms)) ?? SECONDS;
}
