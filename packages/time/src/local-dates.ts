import { fromEpochDay, type PlainDate } from './plain-date.ts';
import { localDayOf, type Zone } from './zone.ts';

/** Returns the dates, in this zone, of instants in ascending order: each date once, made once. */
export function localDates(zone: Zone, instants: ArrayLike<number>): PlainDate[] {
  const dates: PlainDate[] = [];
  let last = NaN;
  for (let i = 0; i < instants.length; i++) {
    const day = localDayOf(zone, instants[i]!);
    if (day !== last) dates.push(fromEpochDay((last = day)));
  }
  return dates;
}
