import { epochDay, type PlainDate } from '@coach-booking/time/plain-date';
import { inOrder } from './days.ts';
import type { ProgressEntry } from './log.ts';

export interface TrendPoint {
  readonly date: PlainDate;
  readonly value: number;
}

/** The change of one metric over some entries. All values are in `unit`. */
export interface Trend {
  readonly metric: string;
  readonly unit: string;
  readonly count: number;
  readonly first: TrendPoint;
  readonly last: TrendPoint;
  /** Last less first. */
  readonly change: number;
  /** Slope of the least-squares line, a week; null when all entries are of one date. */
  readonly ratePerWeek: number | null;
}

type Measured = Pick<ProgressEntry, 'id' | 'date' | 'createdAt' | 'metric' | 'value' | 'unit'>;

interface Scale {
  readonly family: string;
  /** The conversion factor to the family's base unit. */
  readonly factor: number;
}

/** Units that are converted into each other. No others are: the meaning of a person's own units is unknown. */
const SCALES: Readonly<Record<string, Scale>> = {
  kg: { family: 'mass', factor: 1 },
  lb: { family: 'mass', factor: 0.453_592_37 },
  lbs: { family: 'mass', factor: 0.453_592_37 },
  cm: { family: 'length', factor: 1 },
  in: { family: 'length', factor: 2.54 },
};

const keyOf = (unit: string): string => unit.trim().toLowerCase();
const scaleOf = (unit: string): Scale => {
  const key = keyOf(unit);
  return (Object.hasOwn(SCALES, key) ? SCALES[key] : undefined) ?? { family: `= ${key}`, factor: 1 };
};

/** Rounds to six decimals: finer differences come from binary arithmetic. Never −0. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;

const converted = (value: number, from: string, to: string): number =>
  keyOf(from) === keyOf(to) ? value : rounded((value * scaleOf(from).factor) / scaleOf(to).factor);

/**
 * Returns the slope by least squares over (day, value): Σ(x − x̄)·y / Σ(x − x̄)², times seven. y is counted from the
 * first value, so that constant values have a slope of exactly zero.
 */
const slopePerWeek = (points: readonly TrendPoint[]): number | null => {
  const days = points.map(({ date }) => epochDay(date));
  const middle = days.reduce((sum, day) => sum + day, 0) / days.length;
  let [across, spread] = [0, 0];
  for (const [i, day] of days.entries()) {
    across += (day - middle) * (points[i]!.value - points[0]!.value);
    spread += (day - middle) ** 2;
  }
  return spread === 0 ? null : rounded((7 * across) / spread);
};

const trendOf = (entries: readonly Measured[]): Trend => {
  const { metric, unit } = entries.at(-1)!;
  const points = entries.map((entry) => ({ date: entry.date, value: converted(entry.value, entry.unit, unit) }));
  const [first, last] = [points[0]!, points.at(-1)!];
  return {
    metric,
    unit,
    count: points.length,
    first,
    last,
    change: rounded(last.value - first.value),
    ratePerWeek: slopePerWeek(points),
  };
};

const byMetricAndUnit = (a: Trend, b: Trend): number =>
  a.metric === b.metric ? (a.unit < b.unit ? -1 : 1) : a.metric < b.metric ? -1 : 1;

/**
 * Returns a trend per metric, in the unit of its last entry. Kilograms and pounds are converted into each other, and so
 * are centimetres and inches; a metric that was also measured in another unit has a trend for that too. Of several
 * entries of a date the first written may be the first point and the last written the last one; all of them count for
 * the line.
 */
export function trendsOf(entries: readonly Measured[]): readonly Trend[] {
  const groups = new Map<string, Measured[]>();
  for (const entry of [...entries].sort(inOrder)) {
    const key = JSON.stringify([entry.metric, scaleOf(entry.unit).family]);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].map(trendOf).sort(byMetricAndUnit);
}
