import type { OutputOf } from '@coach-booking/sdk';
import type { ChartPoint } from './scale.ts';

type Progress = Pick<OutputOf<'listClientProgress'>, 'days' | 'trends'>;
type Entry = Progress['days'][number]['entries'][number];

/** The units that the API converts for a trend, as multiples of the first of their kind; it converts no others. */
const scales: readonly Readonly<Record<string, number>>[] = [
  { kg: 1, lb: 0.453_592_37, lbs: 0.453_592_37 },
  { cm: 1, in: 2.54 },
];

const keyOf = (unit: string): string => unit.trim().toLowerCase();

/** Returns a value in another unit, or null where the two units are of different kinds. */
function inUnit({ value, unit }: Entry, wished: string): number | null {
  const [from, to] = [keyOf(unit), keyOf(wished)];
  if (from === to) return value;
  const scale = scales.find((units) => Object.hasOwn(units, from) && Object.hasOwn(units, to));
  return scale ? Math.round(((value * scale[from]!) / scale[to]!) * 1e6) / 1e6 : null;
}

const inOrder = (a: Entry, b: Entry): number =>
  `${a.date}${a.createdAt}${a.id}` < `${b.date}${b.createdAt}${b.id}` ? -1 : 1;

/** Returns the measurements of a trend in its unit, in the order in which they were taken. */
export function pointsOf(
  { days }: Pick<Progress, 'days'>,
  { metric, unit }: Progress['trends'][number],
): readonly ChartPoint[] {
  return days
    .flatMap(({ entries }) => entries.filter((entry) => entry.metric === metric))
    .sort(inOrder)
    .flatMap((entry) => {
      const value = inUnit(entry, unit);
      return value === null ? [] : [{ date: entry.date, value }];
    });
}
