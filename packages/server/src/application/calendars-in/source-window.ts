import { minus, plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { validatorsOf, type Validators } from '../../domain/calendar-source/after-reading.ts';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { calendarUid } from '../mail/ics.ts';
import { present } from '../kernel/present.ts';
import { accountOfCoach } from '../people/account-of-coach.ts';
import type { Core } from '../ports/core.ts';

export type WindowNeeds = Pick<Core, 'bookings' | 'users'>;

/** Everything that a reader has to know beside the source. */
export interface SourceWindow {
  readonly now: Instant;
  readonly from: Instant;
  readonly until: Instant;
  /** The coach's, for days and for times without a zone. */
  readonly timeZone: string;
  /** The address by which the calendar's owner declines what others invite to. */
  readonly owner?: string;
  /** The names of the last answer, by which a server is asked for changes; empty when all of it is to be read. */
  readonly validators: Validators;
  /**
   * Returns the UIDs of those of these bookings that are with this coach, which come back by a feed, by the file of a
   * mail, or since they were written there. Those that the coach has made with somebody else make the coach busy.
   */
  ownUids(bookingIds: readonly string[]): Promise<readonly string[]>;
}

/** Days that are read beyond the booking window, so that a calendar that fails for a day leaves no free time open. */
const BEYOND = 8;
const MAX_DAYS = 400;

/** Returns the window of a reading at this instant. */
export async function windowOf(
  core: WindowNeeds,
  source: CalendarSource,
  head: CoachHead,
  now: Instant,
): Promise<SourceWindow> {
  const { timeZone, bookingWindow } = head.schedule;
  const { partnerId, mode, id } = head;
  return {
    now,
    from: minus(now, DAY),
    until: plus(now, Math.min(bookingWindow + BEYOND, MAX_DAYS) * DAY),
    timeZone,
    validators: validatorsOf(source, now),
    ...present({ owner: (await accountOfCoach(core, head))?.email }),
    ownUids: async (ids) =>
      ids.length === 0 ? [] : (await core.bookings.idsWithCoach({ partnerId, mode }, id, ids)).map(calendarUid),
  };
}
