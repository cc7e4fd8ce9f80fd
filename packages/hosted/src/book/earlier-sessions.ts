import type { OfferingCoach, PastBooking } from './calls.ts';

/** A session that took place, of a service that the coach still offers. */
export interface EarlierSession {
  readonly coach: OfferingCoach;
  readonly service: OfferingCoach['services'][number];
  /** An instant. */
  readonly start: string;
}

/** The most that are shown. */
const MOST = 3;

/** Returns the last session of each service with each coach, the newest first. */
export function lastOfEach(bookings: readonly PastBooking[]): readonly PastBooking[] {
  const seen = new Set<string>();
  return bookings.filter(({ coachId, serviceId, start }) => {
    const name = [coachId, serviceId].join();
    if (!serviceId || !start || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** Returns up to three of the bookings, in their order, whose coach still works here and offers the same. */
export function earlierSessions(
  bookings: readonly PastBooking[],
  coaches: readonly OfferingCoach[],
): readonly EarlierSession[] {
  return bookings
    .flatMap(({ coachId, serviceId, start }): EarlierSession[] => {
      const coach = coaches.find(({ id, active }) => id === coachId && active);
      const service = coach?.services.find(({ id, active }) => id === serviceId && active !== false);
      return coach && service && start ? [{ coach, service, start }] : [];
    })
    .slice(0, MOST);
}
