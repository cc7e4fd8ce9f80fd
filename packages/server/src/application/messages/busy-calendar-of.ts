import type { Booking } from '../../domain/booking/booking.ts';
import { conflictsWith } from '../../domain/calendar-source/source-conflicts.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import type { Core } from '../ports/core.ts';

export type BusyCalendarNeeds = Pick<Core, 'calendarSources'>;

/**
 * Returns the name of the calendar that a message about a conflict names; null when it is not busy at that time any
 * more, or not connected, and undefined for every other message.
 */
export async function busyCalendarOf(
  { calendarSources }: BusyCalendarNeeds,
  { partnerId, mode, about: { outside } }: Delivery,
  booking: Booking,
): Promise<string | null | undefined> {
  if (!outside) return undefined;
  const source = await calendarSources.byId({ partnerId, mode }, outside.sourceId);
  if (!source?.active || source.deletedAt !== undefined || !source.good) return null;
  return conflictsWith(booking, source.good.busy).length > 0 ? source.name : null;
}
