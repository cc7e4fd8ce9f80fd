import type { components } from '@coach-booking/contract/types';
import type { Instant } from '@coach-booking/time/instant';
import type { Booking } from '../../domain/booking/booking.ts';
import { isActive, type BookingStatus } from '../../domain/booking/status.ts';

/** Counts bookings that have a time. `now` in epoch ms. */
export function summaryOf(bookings: readonly Booking[], now: Instant): components['schemas']['CalendarSummary'] {
  const countOf = (wanted: BookingStatus) => bookings.filter(({ status }) => status === wanted).length;
  return {
    total: bookings.length,
    completed: countOf('completed'),
    upcoming: bookings.filter(({ status, time }) => isActive(status) && time!.start > now).length,
    cancelled: countOf('cancelled'),
    noShow: countOf('no_show'),
  };
}
