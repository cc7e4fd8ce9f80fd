import type { CalendarBooking } from '@coach-booking/sdk';

/** The bookings that the grid shows: those that match one of each list; an empty list leaves all. */
export interface Filters {
  readonly statuses: readonly string[];
  /** Ids of services. */
  readonly services: readonly string[];
  /** Ids of members of the team; an empty text is the coach. */
  readonly staff: readonly string[];
  /** Whether cancelled bookings are shown too. */
  readonly cancelled: boolean;
}

export const noFilters: Filters = { statuses: [], services: [], staff: [], cancelled: false };

/** Returns how many filters are set. */
export function filterCount({ statuses, services, staff, cancelled }: Filters): number {
  return statuses.length + services.length + staff.length + +cancelled;
}

/** Returns the bookings that match; the same list when all do. */
export function matching(
  bookings: readonly CalendarBooking[],
  { statuses, services, staff, cancelled }: Filters,
): readonly CalendarBooking[] {
  const fits = (list: readonly string[], value: string) => list.length === 0 || list.includes(value);
  const found = bookings.filter(
    ({ status, serviceId = '', staffId = '' }) =>
      (status === 'cancelled' ? cancelled : fits(statuses, status)) &&
      fits(services, serviceId) &&
      fits(staff, staffId),
  );
  return found.length === bookings.length ? bookings : found;
}
