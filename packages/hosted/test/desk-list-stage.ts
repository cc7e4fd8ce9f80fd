import { NotFoundError } from '@coach-booking/sdk';
import type { Booking, BookingCalls, Coach, Message, Staff } from '../src/desk/bookings/calls.ts';
import type { Client, ClientCalls, ClientNotes, ClientProfile } from '../src/desk/clients/calls.ts';
import type { Lead, LeadCalls } from '../src/desk/leads/calls.ts';
import { coach as publicCoach, detail } from './admin-stage.ts';
import { failure } from './page-acts.ts';

const id = (n: number): string => `665f0000000000000000e${String(n).padStart(3, '0')}`;

export const deskCoach = publicCoach as Coach;
export const deskStaff: readonly Staff[] = [
  { id: id(61), name: 'Jane Smith', active: true },
  { id: id(62), name: 'Omar Haddad', active: true },
];

export const deskBooking = (n: number, given: Partial<Booking> = {}): Booking => ({
  id: id(n),
  coachId: deskCoach.id,
  status: 'confirmed',
  start: '2028-04-11T13:00:00Z',
  end: '2028-04-11T14:00:00Z',
  duration: 60,
  timeZone: 'America/New_York',
  attendee: { kind: 'lead', id: id(100 + n), name: 'Ana Diaz', email: 'ana@example.com', phone: '+12125550100' },
  serviceId: deskCoach.services[0]!.id,
  serviceTitle: 'Strength session',
  summary: 'Strength with Ana Diaz',
  notes: '',
  locationKind: 'in_person',
  price: { amount: 7500, currency: 'EUR' },
  rescheduleHistory: [],
  version: 1,
  createdAt: '2028-04-01T08:00:00Z',
  actions: ['start', 'cancel', 'reschedule'],
  bufferBefore: 0,
  bufferAfter: 15,
  source: 'direct',
  ...given,
});

/** Bookings of each part of the list. */
export const deskBookings: readonly Booking[] = [
  deskBooking(1, {
    status: 'scheduled',
    actions: ['confirm', 'start', 'cancel', 'reschedule'],
    notes: 'The left knee hurts after running.',
    answers: { Goal: 'Deadlift 200' },
    intake: {
      answers: [
        { id: 'injuries', kind: 'long_text', label: 'Any injuries?', version: 1, health: true },
        { id: 'days', kind: 'several', label: 'Which days?', version: 1, value: ['Monday', 'Friday'] },
      ],
      consent: { version: 1, at: '2028-04-01T08:00:00Z' },
    },
    place: { name: 'Harbour Gym', address: '12 Pier Road, New York', hint: 'Second door' },
    staffId: deskStaff[0]!.id,
    source: 'newsletter',
    rescheduleHistory: [
      {
        originalStart: '2028-04-10T13:00:00Z',
        newStart: '2028-04-11T13:00:00Z',
        at: '2028-04-02T09:00:00Z',
        by: 'attendee',
        reason: 'Dentist',
      },
    ],
  }),
  deskBooking(2, {
    start: '2028-04-11T15:00:00Z',
    end: '2028-04-11T15:30:00Z',
    attendee: { kind: 'client', id: id(172), name: 'Maximilian von Hohenstein-Oberursel', email: 'max@example.com' },
    serviceTitle: 'First call',
    locationKind: 'online',
  }),
  deskBooking(3, {
    start: '2028-04-12T22:30:00Z',
    end: '2028-04-12T23:30:00Z',
    attendee: { kind: 'lead', id: id(103), name: 'ليلى حدّاد', phone: '+4366012345678' },
  }),
];

const messages: readonly Message[] = [
  {
    id: 'm1',
    bookingId: id(1),
    kind: 'confirmed',
    channel: 'email',
    to: { role: 'attendee' },
    state: 'sent',
    dueAt: '2028-04-01T08:00:00Z',
    settledAt: '2028-04-01T08:00:02Z',
    attempts: 1,
  },
  {
    id: 'm2',
    bookingId: id(1),
    kind: 'reminder',
    channel: 'sms',
    to: { role: 'attendee' },
    state: 'skipped',
    code: 'quiet_hours',
    dueAt: '2028-04-10T13:00:00Z',
    attempts: 0,
  },
];

type Paged<T> = { readonly items: readonly T[]; readonly nextCursor: string | null; readonly total?: number };
export const pageOf = <T>(items: readonly T[], more: Partial<Paged<T>> = {}): Paged<T> => ({
  items,
  nextCursor: null,
  total: items.length,
  ...more,
});

/** Returns the calls of the list of bookings. */
export function bookingListCalls(
  change: Partial<Record<keyof BookingCalls, unknown>> = {},
  given: readonly Booking[] = deskBookings,
): BookingCalls {
  const found = async ({ attendeeId }: { attendeeId?: string }) =>
    pageOf(given.filter(({ attendee }) => attendeeId === undefined || attendee.id === attendeeId));
  const done = async () => ({});
  return {
    getCoach: async () => deskCoach,
    listStaff: async () => deskStaff,
    listCoachBookings: found,
    getBooking: async () => ({
      ...given[0],
      intake: given[0]?.intake && {
        ...given[0].intake,
        answers: given[0].intake.answers.map((one) => (one.health ? { ...one, value: 'Slipped disc L4' } : one)),
      },
    }),
    listBookingMessages: async () => messages,
    sendMessageAgain: done,
    confirmBooking: done,
    startBooking: done,
    completeBooking: done,
    markNoShow: done,
    undoBooking: done,
    cancelBooking: done,
    ...change,
  } as unknown as BookingCalls;
}

export const deskClients: readonly Client[] = [
  {
    id: id(172),
    name: 'Ana Diaz',
    email: 'ana@example.com',
    phone: '+12125550100',
    timeZone: 'America/New_York',
    sharesProfile: true,
    since: '2028-01-10T08:00:00Z',
    bookings: 12,
    lastSession: '2028-04-04T13:00:00Z',
    nextSession: '2028-04-11T13:00:00Z',
  },
  { id: id(173), name: 'Bo Lindqvist', email: 'bo@example.com', sharesProfile: false, bookings: 1 },
];

export const clientProfile: ClientProfile = {
  ...deskClients[0]!,
  since: '2028-01-10T08:00:00Z',
  profile: { ...detail.profile!, updatedAt: '2028-03-01T08:00:00Z' },
} as ClientProfile;

export const clientNotes: ClientNotes = {
  coachId: deskCoach.id,
  text: 'Prefers mornings.\nDeadlift from blocks.',
  version: 2,
  updatedAt: '2028-04-02T18:00:00Z',
};

const weights = [66, 65.4, 65.1, 64.5];
const entryOf = (value: number, n: number) => ({
  id: id(300 + n),
  date: `2028-03-${String(5 + 7 * n).padStart(2, '0')}`,
  metric: 'weight',
  value,
  unit: 'kg',
  createdAt: '2028-03-05T08:00:00Z',
});
const progress = {
  from: '2028-03-05',
  to: '2028-04-01',
  timeZone: 'UTC',
  days: weights.map((value, n) => ({ date: entryOf(value, n).date, entries: [entryOf(value, n)] })).reverse(),
  trends: [
    {
      metric: 'weight',
      unit: 'kg',
      count: 4,
      first: { date: '2028-03-05', value: 66 },
      last: { date: '2028-03-26', value: 64.5 },
      change: -1.5,
      ratePerWeek: -0.5,
    },
  ],
};
const workouts = {
  from: '2028-03-05',
  to: '2028-04-01',
  timeZone: 'UTC',
  days: [
    {
      date: '2028-03-30',
      entries: [
        {
          id: id(401),
          date: '2028-03-30',
          title: 'Lower body',
          duration: 55,
          exercises: [
            {
              name: 'Squat',
              sets: [
                { reps: 5, weightKg: 60 },
                { reps: 5, weightKg: 62.5 },
              ],
            },
          ],
          notes: 'Felt strong.',
          createdAt: '2028-03-30T08:00:00Z',
        },
      ],
    },
  ],
};
const meals = { from: '2028-03-05', to: '2028-04-01', timeZone: 'UTC', days: [] };

/** The best times first, as the server ranks them. */
export const nextTimes = [
  { start: '2028-04-14T13:00:00Z', end: '2028-04-14T14:00:00Z' },
  { start: '2028-04-13T22:00:00Z', end: '2028-04-13T23:00:00Z' },
];

/** Returns the calls of the pages of clients. */
export function clientPageCalls(
  change: Partial<Record<keyof ClientCalls, unknown>> = {},
  given: readonly Client[] = deskClients,
): ClientCalls {
  const own = deskBookings.map((booking) => ({
    ...booking,
    attendee: { kind: 'client', id: id(172), name: 'Ana Diaz', email: 'ana@example.com' } as const,
  }));
  return {
    ...bookingListCalls({}, own),
    listClients: async () => pageOf(given),
    getClient: async () => clientProfile,
    getClientNotes: async () => clientNotes,
    updateClientNotes: async ({ text, version }: { text: string; version: number }) => ({
      ...clientNotes,
      text,
      version: version + 1,
    }),
    recommendSlots: async () => nextTimes,
    createBooking: async () => ({}),
    listClientWorkoutLogs: async () => workouts,
    listClientDietLogs: async () => meals,
    listClientProgress: async () => progress,
    ...change,
  } as unknown as ClientCalls;
}

const part = (kind: NonNullable<Lead['scoreParts']>[number]['kind'], points: number, most: number) => ({
  kind,
  points,
  most,
});
export const deskLeads: readonly Lead[] = [
  {
    id: id(501),
    name: 'Ana Diaz',
    email: 'ana@example.com',
    phone: '+12125550100',
    timeZone: 'America/New_York',
    temperature: 'hot',
    isSetByHand: false,
    score: 70,
    scoreParts: [
      part('recency', 30, 30),
      part('bookings', 5, 20),
      part('kept', 10, 25),
      part('phone', 10, 10),
      part('consent', 10, 10),
      part('steady', 5, 5),
    ],
    source: 'newsletter',
    utm: { source: 'newsletter', campaign: 'spring' },
    bookings: 1,
    lastBookingAt: '2028-04-01T08:00:00Z',
    nextSession: '2028-04-11T13:00:00Z',
    version: 1,
    createdAt: '2028-04-01T08:00:00Z',
    updatedAt: '2028-04-01T08:00:00Z',
  },
  {
    id: id(502),
    name: 'Bo Lindqvist',
    email: 'bo@example.com',
    temperature: 'cold',
    isSetByHand: true,
    score: 48,
    scoreParts: [],
    source: 'direct',
    bookings: 2,
    notes: 'Called.',
    clientId: id(173),
    lastBookingAt: '2028-03-01T08:00:00Z',
    lastSession: '2028-03-04T08:00:00Z',
    version: 3,
    createdAt: '2028-02-01T08:00:00Z',
    updatedAt: '2028-03-01T08:00:00Z',
  },
];

/** Returns the calls of the list of leads. */
export function leadListCalls(change: Partial<Record<keyof LeadCalls, unknown>> = {}): LeadCalls {
  return {
    getCoach: async () => deskCoach,
    listLeads: async () => pageOf(deskLeads),
    getLead: async ({ id: asked }: { id: string }) => {
      const found = deskLeads.find((lead) => lead.id === asked);
      if (!found) throw new NotFoundError({ ...failure(404, 'LEAD_NOT_FOUND') });
      return found;
    },
    updateLead: async () => deskLeads[0],
    recommendSlots: async () => nextTimes,
    createBooking: async () => ({}),
    listCoachBookings: async () => pageOf(deskBookings.slice(0, 1)),
    ...change,
  } as unknown as LeadCalls;
}
