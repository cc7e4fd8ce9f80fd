import type { ClientView } from '@coach-booking/sdk';
import { addDays } from '@coach-booking/time/dates';
import type { PlainDate } from '../src/internal/dates/plain-date.ts';
import { calendarBooking, calendarProblem, calendarState } from './calendar-states.ts';

type Read = { [K in 'profile' | 'workouts' | 'diet' | 'progress']: NonNullable<ClientView[K]> };

const id = '665f00000000000000000072';
const span = { from: '2028-02-13', to: '2028-04-12', timeZone: 'America/New_York' };
const createdAt = '2028-04-12T08:00:00Z';
let made = 0x100;
const entry = (date: PlainDate) => ({
  id: `665f${(made++).toString(16).padStart(20, '0')}`,
  date,
  notes: '',
  createdAt,
});

const weights: readonly (readonly [date: PlainDate, value: number])[] = Array.from({ length: 9 }, (_, week) => [
  addDays('2028-04-10', -7 * week),
  Math.round((79 + week * 0.5 + (week % 3) * 0.2) * 10) / 10,
]);

const progressDays = weights.map(([date, value], week) => ({
  date,
  entries: [
    { ...entry(date), metric: 'weight', value, unit: 'kg' },
    ...(week === 0 ? [{ ...entry(date), metric: 'grip_strength', value: 41, unit: 'kg' }] : []),
  ],
}));

const workout = (date: PlainDate, title: string, change: object = {}) => ({
  date,
  entries: [{ ...entry(date), title, duration: 55, exercises: [], ...change }],
});

/** Ana, who answered every question and logs a lot. */
const ana: Read = {
  profile: {
    id,
    name: 'Ana Diaz',
    email: 'ana.diaz@example.com',
    sharesProfile: true,
    since: '2028-01-10T08:00:00Z',
    bookings: 12,
    lastSession: '2028-04-10T13:00:00Z',
    nextSession: '2028-04-13T13:00:00Z',
    profile: {
      dateOfBirth: '1991-06-02',
      age: 36,
      gender: 'female',
      heightCm: 168,
      weightKg: 79,
      measurements: { waist: 74.5, calf: 36 },
      goals: ['First pull-up', 'Run 10 km'],
      gymAccess: 'gym_and_home',
      dietaryRestrictions: ['Vegetarian', 'No peanuts'],
      healthComplications: ['Asthma'],
      injuries: ['Left knee, torn meniscus (2026)', 'Lower back'],
      updatedAt: '2028-04-01T08:00:00Z',
    },
  },
  workouts: {
    ...span,
    days: [
      workout('2028-04-11', 'Lower body', {
        exercises: [
          {
            name: 'Squat',
            sets: [
              { reps: 5, weightKg: 60 },
              { reps: 5, weightKg: 60 },
              { reps: 4, weightKg: 62.5 },
            ],
          },
          { name: 'Push-ups', sets: [{ reps: 12 }] },
          { name: 'Plank', sets: [{ seconds: 45 }, { seconds: 45 }] },
        ],
        notes: 'Best one this week.',
      }),
      workout('2028-04-09', 'Long run', { exercises: [{ name: 'Run', sets: [{ distanceM: 6200, seconds: 2285 }] }] }),
      ...Array.from({ length: 4 }, (_, i) => workout(addDays('2028-04-07', -2 * i), `Session ${i + 1}`)),
    ],
  },
  diet: {
    ...span,
    days: Array.from({ length: 5 }, (_, i) => {
      const date = addDays('2028-04-11', -i);
      return {
        date,
        calories: i === 4 ? null : 2000 + i * 40,
        entries: [
          {
            ...entry(date),
            meal: 'breakfast' as const,
            description: 'Oats with berries',
            calories: 420,
            proteinG: 18,
            carbsG: 62,
            fatG: 9.5,
          },
          { ...entry(date), meal: 'dinner' as const, description: 'Lentil curry' },
        ],
      };
    }),
  },
  progress: {
    ...span,
    days: progressDays,
    trends: [
      {
        metric: 'weight',
        unit: 'kg',
        count: 9,
        first: { date: weights.at(-1)![0], value: weights.at(-1)![1] },
        last: { date: '2028-04-10', value: 79 },
        change: -4.4,
        ratePerWeek: -0.52,
      },
      {
        metric: 'grip_strength',
        unit: 'kg',
        count: 1,
        first: { date: '2028-04-10', value: 41 },
        last: { date: '2028-04-10', value: 41 },
        change: 0,
        ratePerWeek: null,
      },
    ],
  },
};

const nothingLogged = {
  workouts: { ...span, days: [] },
  diet: { ...span, days: [] },
  progress: { ...span, days: [], trends: [] },
};
const { updatedAt: _updatedAt, ...noProfile } = {
  ...ana.profile.profile,
  ...{ dateOfBirth: null, gender: null, heightCm: null, weightKg: null, gymAccess: null, measurements: {} },
  ...{ goals: [], dietaryRestrictions: [], healthComplications: [], injuries: [] },
};
const { age: _age, ...blank } = noProfile;

const client = (change: Partial<ClientView>): ClientView => ({
  ...{ id, status: 'loading', profile: null, workouts: null, diet: null, progress: null, problem: null },
  ...{ notes: null, notesProblem: null },
  ...change,
});
/** The coach's own notes on Ana. */
export const ownNotes = {
  coachId: '665f00000000000000000001',
  text: 'Prefers mornings.\nDeadlift from blocks until the knee is well.',
  version: 2,
  updatedAt: '2028-04-09T16:40:00Z',
};
const ready = (read: Read): ClientView & Read => ({ ...client({ status: 'ready', notes: ownNotes }), ...read });
const failed = (...problem: Parameters<typeof calendarProblem>) =>
  client({ status: 'failed', problem: calendarProblem(...problem) });

/** A client while their panel is open, by name. */
export const clientViews = {
  loading: client({}),
  full: ready(ana),
  unlogged: ready({ ...ana, ...nothingLogged }),
  empty: ready({ profile: { ...ana.profile, profile: blank }, ...nothingLogged }),
  notConnected: client({ status: 'not_connected' }),
  notesFailed: { ...ready(ana), notes: null, notesProblem: calendarProblem('server', { intent: 'openClient' }) },
  failed: failed('server', { intent: 'openClient', requestId: '0f8e0c1a' }),
  offline: failed('offline', { intent: 'openClient', code: 'OFFLINE' }),
  limited: failed('limited', { intent: 'openClient', code: 'RATE_LIMITED', retryAfter: 30 }),
  forbidden: failed('forbidden', { intent: 'openClient', code: 'FORBIDDEN' }),
} satisfies Record<string, ClientView>;

/** A booking of the client, one of a guest, and a week with both. */
export const clientBooking = calendarBooking('2028-04-13', '09:00', 'Ana Diaz', {
  attendee: { kind: 'client', id, name: 'Ana Diaz', email: 'ana.diaz@example.com' },
  notes: 'Bring the belt.',
});
export const guestBooking = calendarBooking('2028-04-13', '11:00', 'Ben Okafor');
export const clientWeek = calendarState({ date: '2028-04-13', bookings: [clientBooking, guestBooking] });
