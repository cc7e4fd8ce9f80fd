import type { CalendarBooking, CalendarFlowState } from '@coach-booking/sdk';

/** Finds a loaded booking: of the shown range, or beside the calendar. */
export function bookingOf(
  { bookings, toSchedule, toClose }: Pick<CalendarFlowState, 'bookings' | 'toSchedule' | 'toClose'>,
  bookingId: string | null,
): CalendarBooking | undefined {
  return [bookings, toSchedule.bookings, toClose.bookings].flat().find(({ id }) => id === bookingId);
}

/** Returns the number of items that the panels' file shows without an open panel. */
export function besides({ bursts, zoneChanges, toClose, toSchedule }: CalendarFlowState): number {
  return bursts.length + zoneChanges.length + toClose.total + toSchedule.total;
}
