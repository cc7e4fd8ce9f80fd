import type { BookedCoach, MeCalls, OwnBooking, OwnRead } from '../src/me/calls.ts';
import { account } from './admin-stage.ts';
import { logCalls } from './me-log-stage.ts';

/** The moment at which the sessions below are shown. */
export const ME_NOW = Date.parse('2028-04-14T14:10:00Z');

const id = (n: number): string => `665f0000000000000000b0${String(n).padStart(2, '0')}`;
const COACH = '665f00000000000000000001';

const booking = (n: number, start: string | undefined, given: Partial<OwnBooking> = {}): OwnBooking => ({
  id: id(n),
  coachId: COACH,
  serviceId: '665f00000000000000000011',
  serviceTitle: 'Personal training',
  status: 'scheduled',
  ...(start && { start, end: new Date(Date.parse(start) + 3_600_000).toISOString(), duration: 60 }),
  timeZone: 'UTC',
  attendee: { kind: 'client', id: '665f00000000000000000072', name: 'Ana Diaz' },
  summary: 'Personal training with Ana Diaz',
  notes: '',
  locationKind: 'in_person',
  rescheduleHistory: [],
  version: 1,
  createdAt: '2028-04-01T08:00:00Z',
  ...given,
});

/** Sessions in every state, the last one first, in the shape of the server's answers. */
export const ownBookings: readonly OwnBooking[] = [
  booking(1, '2028-04-21T15:00:00Z', { status: 'pending' }),
  booking(2, '2028-04-18T15:00:00Z', { place: { address: 'Pier 3, Boston' } }),
  booking(3, '2028-04-15T15:00:00Z', {
    status: 'confirmed',
    serviceTitle: 'Video call',
    locationKind: 'online',
    video: { provider: 'zoom', state: 'ready', joinUrl: 'https://book.example/join/x' },
  }),
  booking(4, '2028-04-12T15:00:00Z', { status: 'cancelled' }),
  booking(5, '2028-04-11T15:00:00Z', { status: 'completed' }),
  booking(6, '2028-04-04T15:00:00Z', { status: 'no_show' }),
];

const coach = {
  id: COACH,
  slug: 'maria-santos',
  name: 'Maria Santos',
  active: true,
  timeZone: 'UTC',
  services: [],
} as unknown as BookedCoach;

/** Readings by the coach, a member of a team that is gone, the studio, and oneself. */
export const ownReads: readonly OwnRead[] = [
  {
    id: id(21),
    at: '2028-04-14T09:00:00Z',
    action: 'profile.read',
    by: { kind: 'person', role: 'coach', name: 'Maria Santos', own: false },
  },
  {
    id: id(22),
    at: '2028-04-13T09:00:00Z',
    action: 'diet_log.read',
    by: { kind: 'person', role: 'staff', own: false },
  },
  { id: id(23), at: '2028-04-12T09:00:00Z', action: 'person.exported', by: { kind: 'partner', own: false } },
  {
    id: id(24),
    at: '2028-04-11T09:00:00Z',
    action: 'connection.accepted',
    by: { kind: 'person', role: 'client', own: true },
  },
  {
    id: id(25),
    at: '2028-04-10T09:00:00Z',
    action: 'account.signed_in',
    by: { kind: 'person', role: 'client', own: true },
  },
];

/** A profile with something in most of its fields. */
export const ownProfile = {
  injuries: ['Left knee'],
  healthComplications: [],
  goals: ['First pull-up', 'Run 10 km'],
  dietaryRestrictions: [],
  measurements: { waist: 74 },
  gymAccess: 'gym' as const,
  heightCm: 168,
  weightKg: 64.5,
};

const onePage = <T>(items: readonly T[], nextCursor: string | null = null) => ({ items, nextCursor }) as never;

/** Returns the calls of a server with these sessions; each change is noted, and comes true. */
export function meCallsOf(given: Partial<MeCalls> = {}, bookings: readonly OwnBooking[] = ownBookings): MeCalls {
  const found = (wanted: string): OwnBooking => bookings.find((each) => each.id === wanted)!;
  const slot = (start: string) => ({ start, end: new Date(Date.parse(start) + 3_600_000).toISOString() });
  return {
    getMe: async () => ({ ...account('client'), zones: [] }) as never,
    getCoach: async () => coach,
    listMyBookings: async () => onePage(bookings),
    listMyAudit: async () => onePage(ownReads),
    listSlots: async () =>
      ({
        timeZone: 'UTC',
        zones: [],
        slots: ['2028-04-18T09:00:00Z', '2028-04-18T15:00:00Z', '2028-04-19T10:00:00Z'].map(slot),
        days: [],
        nextAvailable: null,
        reason: null,
      }) as never,
    cancelBooking: async (input) => ({ ...found(input.id), status: 'cancelled' as const, version: 2 }),
    rescheduleBooking: async (input) => ({ ...found(input.id), ...slot(input.start), version: 2 }),
    getMyProfile: async () => ownProfile,
    updateMyProfile: async (changes) => ({ ...ownProfile, ...changes }) as never,
    ...logCalls,
    exportMe: async () => ({ email: 'ana@example.com', exportedAt: '2028-04-14T14:10:00Z' }) as never,
    eraseMe: async () => ({ erased: true, bookings: 3, logs: 40 }),
    ...given,
  };
}
