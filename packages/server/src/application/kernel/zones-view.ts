import type { components } from '@coach-booking/contract/types';
import { instant, type Instant } from '@coach-booking/time/instant';
import { offsetRows } from '@coach-booking/time/offset-rows';
import { MINUTE } from '@coach-booking/time/units';
import { isTimeZone, zoneOf } from '@coach-booking/time/zone';
import { instantText } from './instants.ts';
import { refuseInput } from './scope.ts';
import type { InstantRange } from './slot-range.ts';

type ZoneOffsets = components['schemas']['ZoneOffsets'];

/** The beginning of a UTC year, within those that an instant can be written in. */
const startOfYear = (year: number): Instant =>
  instant(new Date(0).setUTCFullYear(Math.min(Math.max(year, 0), 9999), 0, 1));

/** Whole years, so that neighbouring ranges have the same offsets; one more on both sides for what lies around. */
const yearsAround = ({ from, to }: InstantRange): InstantRange => ({
  from: startOfYear(new Date(from).getUTCFullYear() - 1),
  to: startOfYear(new Date(to - 1).getUTCFullYear() + 2),
});

/** Throws INVALID_REQUEST when it is there and no zone. */
export function checkShownZone(timeZone: string | undefined): void {
  if (timeZone !== undefined && !isTimeZone(timeZone)) refuseInput('timeZone', 'Must be an IANA time zone.');
}

/**
 * The offsets of one zone and, when it is another, of the one that was asked for, from the year before a range to the
 * year after it. Each under the name by which it is known or was asked for.
 */
export function zonesView(range: InstantRange, ownZone: string, shownZone = ownZone): ZoneOffsets[] {
  const { from, to } = yearsAround(range);
  return [...new Set([ownZone, shownZone])].map((timeZone) => ({
    timeZone,
    offsets: offsetRows(zoneOf(timeZone), from, to).map((row) => ({
      from: instantText(row.from),
      to: instantText(row.to),
      minutes: row.offset / MINUTE,
    })),
  }));
}
