import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { ExternalRecord } from '../../domain/external-record/external-record.ts';
import { fallbackOf, isMade, type BookingMeeting, type VideoRoom } from '../../domain/video/video.ts';
import { announce, changeOfBooking, type AnnounceDeps } from '../feed/announce.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';

export type NoteMeetingNeeds = Pick<Core, 'bookings' | 'background'> & AnnounceDeps;

interface Seen {
  readonly booking: Booking | null;
  readonly head: CoachHead | null;
  /** The room that the business has for meetings that could not be made. */
  readonly ofPartner: VideoRoom | undefined;
}

/** Returns whether a session has a room in place of a meeting that could not be made. */
export function hasFallback({ booking, head, ofPartner }: Seen): boolean {
  if (!booking || !isMade(booking.video)) return false;
  const now = head?.services.find(({ id }) => id === booking.serviceId)?.video;
  return fallbackOf({ booked: booking.video, now, ofPartner }) !== undefined;
}

const stateOf = (
  { object, wanted }: ExternalRecord,
  seen: Seen,
  went: 'well' | 'trying' | 'failed' | 'removing',
): Omit<BookingMeeting, 'revision'> => {
  const { joinUrl, password } = object?.details ?? {};
  if (wanted === 'present' && joinUrl !== undefined) return { state: 'ready', joinUrl, ...present({ password }) };
  if (went !== 'failed') return { state: seen.booking?.meeting?.state === 'ready' ? 'preparing' : priorOf(seen) };
  return { state: hasFallback(seen) ? 'fallback' : 'failed' };
};

/** Between two attempts that fail, what was said stays. */
const priorOf = ({ booking }: Seen): BookingMeeting['state'] => booking?.meeting?.state ?? 'preparing';

/**
 * Notes on the booking whether its meeting is there, for all who read it, and announces it to the calendars where that
 * is news.
 */
export async function noteMeeting(
  core: NoteMeetingNeeds,
  record: ExternalRecord,
  seen: Seen,
  went: 'well' | 'trying' | 'failed' | 'removing',
): Promise<void> {
  const { booking } = seen;
  if (record.kind !== 'video' || !booking || !isMade(booking.video)) return;
  const { revision: _revision, ...before } = booking.meeting ?? { state: 'preparing', revision: 0 };
  const next = stateOf(record, seen, went);
  if (JSON.stringify(before) === JSON.stringify(next)) return;
  await core.bookings.setMeeting(booking, { ...next, revision: record.version });
  if (before.state !== next.state) announce(core, changeOfBooking(booking));
}
