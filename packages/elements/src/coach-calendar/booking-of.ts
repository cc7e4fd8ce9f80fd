import type { CalendarBooking, CalendarFlowState } from '@coach-booking/sdk';

/** Finds a booking that is known: of the range on the screen, or beside the calendar. */
export function bookingOf(
  { bookings, toSchedule, toClose }: Pick<CalendarFlowState, 'bookings' | 'toSchedule' | 'toClose'>,
  bookingId: string | null,
): CalendarBooking | undefined {
  return [bookings, toSchedule.bookings, toClose.bookings].flat().find(({ id }) => id === bookingId);
}

/** Returns how much there is that the panels' file shows without being opened. */
export function besides({ bursts, zoneChanges, toClose, toSchedule }: CalendarFlowState): number {
  return bursts.length + zoneChanges.length + toClose.total + toSchedule.total;
}
