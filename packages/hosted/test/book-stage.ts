import type { BookClientCalls, OfferingCoach, PastBooking } from '../src/book/calls.ts';
import { ana, coach } from './admin-stage.ts';
import { ownBookings } from './me-stage.ts';

/** The moment at which the pages below are shown. */
export const BOOK_NOW = Date.parse('2028-04-14T14:10:00Z');

const service = coach.services[0]!;

/** Coaches with their services, in the shape of the server's answers. */
export const offering: readonly OfferingCoach[] = [
  {
    ...coach,
    services: [
      service,
      { ...service, id: '665f00000000000000000012', slug: 'talk', title: 'First talk' },
      { ...service, id: '665f00000000000000000013', slug: 'yoga', title: 'Yoga in the park', active: false },
    ],
  },
  { ...coach, id: '665f00000000000000000002', slug: 'coach-b', name: 'Coach B' },
  { ...coach, id: '665f00000000000000000003', slug: 'coach-c', name: 'Coach C', active: false },
];

/** Returns a session that took place. */
export const held = (n: number, start: string, given: Partial<PastBooking> = {}): PastBooking => ({
  ...ownBookings[4]!,
  id: `665f0000000000000000c0${String(n).padStart(2, '0')}`,
  start,
  end: new Date(Date.parse(start) + 3_600_000).toISOString(),
  ...given,
});

/** Sessions, the last one first: of two services with the first coach, and of coaches who are gone or else. */
export const heldSessions: readonly PastBooking[] = [
  held(1, '2028-04-11T15:00:00Z'),
  held(2, '2028-04-10T15:00:00Z', { coachId: offering[1]!.id }),
  held(3, '2028-04-09T15:00:00Z', { coachId: offering[2]!.id }),
  held(4, '2028-04-04T15:00:00Z'),
  held(5, '2028-04-02T15:00:00Z', { serviceId: '665f00000000000000000012', serviceTitle: 'First talk' }),
  held(6, '2028-04-01T15:00:00Z', { serviceId: '665f00000000000000000013', serviceTitle: 'Yoga in the park' }),
];

/** Returns the calls of a server with these sessions of a client. */
export function bookClientCallsOf(given: Partial<BookClientCalls> = {}): BookClientCalls {
  return {
    getMe: async () => ({ ...ana, emailVerified: true }),
    getCoach: async ({ coach: wanted }) => offering.find(({ id, slug }) => id === wanted || slug === wanted)!,
    listMyBookings: async () => ({ items: heldSessions, nextCursor: null }) as never,
    ...given,
  };
}
