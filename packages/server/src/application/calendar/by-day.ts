import type { Booking } from '../../domain/booking/booking.ts';
import { localDayOf, type Zone } from '@coach-booking/time/zone';

/**
 * Groups bookings by the local epoch day on which they start: one that crosses midnight is in the day where it begins.
 * Order is kept.
 */
export function byDay(zone: Zone, bookings: readonly Booking[]): (day: number) => readonly Booking[] {
  const days = new Map<number, Booking[]>();
  for (const booking of bookings) {
    if (!booking.time) continue;
    const day = localDayOf(zone, booking.time.start);
    days.set(day, [...(days.get(day) ?? []), booking]);
  }
  return (day) => days.get(day) ?? [];
}
