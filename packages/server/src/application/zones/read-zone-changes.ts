import type { Booking } from '../../domain/booking/booking.ts';
import { isActive } from '../../domain/booking/status.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { TimeOff } from '../../domain/schedule/schedule.ts';
import { plus, type Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { DAY, MINUTE } from '@coach-booking/time/units';
import { toInstant, zoneOf, type Zone } from '@coach-booking/time/zone';
import type { Context } from '../kernel/context.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { ZoneChange } from '../ports/zone-changes.ts';

export type ReadZoneChangesNeeds = Pick<Core, 'bookings' | 'zoneChanges'>;

interface Change {
  readonly id: string;
  /** As it is. */
  readonly range: Range<Instant>;
  /** At the wall-clock time that was agreed, by the law of today. */
  readonly shifted: Range<Instant>;
}

export interface ChangedBooking extends Change {
  readonly kind: 'booking';
  readonly booking: Booking;
}

export interface ChangedTimeOff extends Change {
  readonly kind: 'time_off';
  readonly timeOff: TimeOff;
}

export type KnownChange = ChangedBooking | ChangedTimeOff;

const atWall = (zone: Zone, wall: number): Instant => {
  const day = Math.floor(wall / DAY);
  return toInstant(zone, day, (wall - day * DAY) / MINUTE);
};

const shiftedOf = ({ start, end, startOffset, endOffset, kind }: ZoneChange, zone: Zone): Range<Instant> => {
  const shifted = atWall(zone, start + startOffset);
  // A session keeps its length; an absence ends at the time of the wall that was meant.
  return { start: shifted, end: kind === 'booking' ? plus(shifted, end - start) : atWall(zone, end + endOffset) };
};

const known = (
  { id, kind, start, end }: ZoneChange,
  shifted: Range<Instant>,
  { timeOff }: CoachHead,
  bookings: ReadonlyMap<string, Booking>,
  now: Instant,
): KnownChange | null => {
  const range = { start, end };
  if (kind === 'time_off') {
    const absence = timeOff.find((each) => each.id === id);
    const isAsItWas = absence?.start === start && absence.end === end && end > now;
    return isAsItWas && shifted.start < shifted.end ? { id, kind, range, shifted, timeOff: absence } : null;
  }
  const booking = bookings.get(id);
  const isAsItWas = booking?.time?.start === start && isActive(booking.status) && start > now;
  return isAsItWas ? { id, kind, range: { start, end: booking.time!.end }, shifted, booking } : null;
};

/**
 * Returns what is left to decide on of a coach, by start: what has moved, was cancelled or is over since needs no
 * decision, nor does anything once the coach has another zone or its law is as it was.
 */
export async function readZoneChanges(
  core: ReadZoneChangesNeeds,
  context: Context,
  head: CoachHead,
): Promise<readonly KnownChange[]> {
  const scope = scopeOf(context);
  const listed = (await core.zoneChanges.ofCoach(scope, head.id)).filter(
    ({ timeZone }) => timeZone === head.schedule.timeZone,
  );
  if (listed.length === 0) return [];
  const zone = zoneOf(head.schedule.timeZone);
  const ids = listed.filter(({ kind }) => kind === 'booking').map(({ id }) => id);
  const bookings = new Map((await core.bookings.byIds(scope, ids)).map((booking) => [booking.id, booking]));
  return listed.flatMap((change) => {
    const shifted = shiftedOf(change, zone);
    const isMoved = shifted.start !== change.start || (change.kind === 'time_off' && shifted.end !== change.end);
    const found = isMoved ? known(change, shifted, head, bookings, context.now) : null;
    return found ? [found] : [];
  });
}
