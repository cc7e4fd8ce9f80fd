import { RefusedError, type InputOf } from '@coach-booking/sdk';
import { coach } from './admin-stage.ts';
import { failure } from './page-acts.ts';
import type { Calendar, Change, ConnectionCalls } from '../src/desk/connections/calls.ts';

const id = (n: number): string => `665f0000000000000000e0${String(n).padStart(2, '0')}`;

/** The refusal of an account whose password is wrong. */
const accountFailure = { ...failure(422, 'CALENDAR_ACCOUNT_FAILED'), details: { reason: 'REVOKED' } } as const;

/** Calendars in all states, as the server answers them. */
export const calendars: readonly Calendar[] = [
  {
    id: id(1),
    kind: 'ics',
    name: 'Family',
    host: 'calendar.google.com',
    writeBookings: false,
    policy: 'keep_last_good',
    active: true,
    state: 'ok',
    lastTriedAt: '2028-04-13T13:00:00Z',
    lastGoodAt: '2028-04-13T13:00:00Z',
    nextTryAt: '2028-04-13T13:10:00Z',
    failures: 0,
    problems: [
      { code: 'unknown_zone', count: 3 },
      { code: 'joined', count: 12 },
    ],
    events: 1214,
    busyRanges: 96,
    conflicts: 2,
    changed: 0,
    changes: [],
    readUntil: '2028-06-19T13:00:00Z',
    createdAt: '2028-04-01T08:00:00Z',
  },
  {
    id: id(2),
    kind: 'ics',
    name: 'Studio',
    host: 'outlook.office365.com',
    writeBookings: false,
    policy: 'block_when_stale',
    active: true,
    state: 'stale',
    lastTriedAt: '2028-04-13T12:40:00Z',
    lastGoodAt: '2028-04-11T09:00:00Z',
    nextTryAt: '2028-04-13T18:40:00Z',
    failures: 12,
    lastError: { code: 'MALFORMED', message: 'The answer is no calendar.' },
    problems: [],
    events: 40,
    busyRanges: 38,
    conflicts: 0,
    changed: 0,
    changes: [],
    readUntil: '2028-06-17T09:00:00Z',
    createdAt: '2028-04-01T08:00:00Z',
  },
  {
    id: id(3),
    kind: 'ics',
    name: 'School',
    host: 'school.example',
    writeBookings: false,
    policy: 'keep_last_good',
    active: false,
    state: 'waiting',
    failures: 0,
    problems: [],
    events: 0,
    busyRanges: 0,
    conflicts: 0,
    changed: 0,
    changes: [],
    createdAt: '2028-04-02T08:00:00Z',
  },
];

/** An account whose bookings are written there. */
export const accountCalendar: Calendar = {
  ...calendars[0]!,
  id: id(4),
  kind: 'caldav',
  name: 'iCloud',
  host: 'caldav.icloud.com',
  calendars: [
    { id: 'https://p34-caldav.icloud.com/1/calendars/home/', name: 'Home' },
    { id: 'https://p34-caldav.icloud.com/1/calendars/work/', name: 'Work' },
  ],
  writeBookings: true,
  bookingCalendar: 'https://p34-caldav.icloud.com/1/calendars/work/',
  bookingDetail: 'title',
  problems: [],
};

const bookingId = (n: number): string => `665f0000000000000000b0${String(n).padStart(2, '0')}`;

/** The same, in which somebody has moved a booking, deleted another one, and a third could not be put back. */
export const changedCalendar: Calendar = {
  ...accountCalendar,
  id: id(5),
  changed: 3,
  changes: [
    {
      bookingId: bookingId(1),
      kind: 'moved',
      state: 'changed',
      serviceTitle: 'Strength session',
      start: '2028-04-14T13:00:00Z',
      end: '2028-04-14T14:00:00Z',
      thereStart: '2028-04-15T17:00:00Z',
      thereEnd: '2028-04-15T18:00:00Z',
      since: '2028-04-13T12:50:00Z',
    },
    {
      bookingId: bookingId(2),
      kind: 'deleted',
      state: 'changed',
      serviceTitle: 'First meeting & plan',
      start: '2028-04-17T08:00:00Z',
      end: '2028-04-17T08:45:00Z',
      since: '2028-04-13T12:50:00Z',
    },
    {
      bookingId: bookingId(3),
      kind: 'moved',
      state: 'failed',
      serviceTitle: 'Strength session',
      start: '2028-04-18T02:00:00Z',
      end: '2028-04-18T03:00:00Z',
      thereStart: '2028-04-18T04:00:00Z',
      thereEnd: '2028-04-18T05:00:00Z',
      since: '2028-04-12T09:10:00Z',
    },
  ],
};

const withChanges = (calendar: Calendar, keeps: (change: Change) => boolean): Calendar => {
  const changes = calendar.changes.filter(keeps);
  return { ...calendar, changes, changed: calendar.changed - (calendar.changes.length - changes.length) };
};

/** A server that has these calendars and does what it is asked. */
export function connectionCalls(
  change: Partial<ConnectionCalls> = {},
  given: readonly Calendar[] = calendars,
): ConnectionCalls {
  let stored = [...given];
  const find = (wanted: string) => stored.find((calendar) => calendar.id === wanted)!;
  const put = (calendar: Calendar) => {
    stored = stored.map((other) => (other.id === calendar.id ? calendar : other));
    return calendar;
  };
  const calls: Partial<Record<keyof ConnectionCalls, (input: never) => Promise<unknown>>> = {
    listExternalCalendars: async () => {
      const answer = [...stored];
      // What is being written is written by the next look.
      stored = stored.map((calendar) => withChanges(calendar, ({ state }) => state !== 'putting_back'));
      return answer;
    },
    listAccountCalendars: async () => [
      { id: 'https://p34-caldav.icloud.com/1/calendars/home/', name: 'Home', isWritable: true },
      { id: 'https://p34-caldav.icloud.com/1/calendars/work/', name: 'Work', isWritable: true },
      { id: 'https://p34-caldav.icloud.com/1/calendars/days/', name: 'Feiertage & Ämter', isWritable: false },
    ],
    getCoach: async () => ({ ...coach, timeZone: 'America/New_York' }),
    putBackExternalEvent: async ({ id: wanted, bookingId: of }: InputOf<'putBackExternalEvent'>) => {
      const calendar = find(wanted);
      const changes = calendar.changes.map((one) =>
        one.bookingId === of ? { ...one, state: 'putting_back' as const } : one,
      );
      return put({ ...calendar, changes });
    },
    discoverExternalCalendars: async ({ kind, password }: InputOf<'discoverExternalCalendars'>) => {
      if (kind !== 'caldav')
        return [
          { id: 'AAMkDefault=', name: 'Calendar', isWritable: true },
          { id: 'AAMkFamily=', name: 'Family', isWritable: true },
        ];
      if (password === 'wrong') throw new RefusedError(accountFailure);
      return [
        { id: 'https://p34-caldav.icloud.com/1/calendars/home/', name: 'Home', isWritable: true },
        { id: 'https://p34-caldav.icloud.com/1/calendars/work/', name: 'Arbeit & Ämter', isWritable: true },
        { id: 'https://p34-caldav.icloud.com/1/calendars/days/', name: 'Holidays', isWritable: false },
      ];
    },
    createExternalCalendar: async ({
      kind = 'ics',
      name,
      url,
      server,
      calendars: chosen,
      policy = 'keep_last_good',
    }: InputOf<'createExternalCalendar'>) => {
      const { lastTriedAt: _tried, lastGoodAt: _good, readUntil: _until, ...rest } = calendars[0]!;
      const address = url ?? server;
      const host = address === undefined ? 'outlook.office.com' : new URL(address).host;
      const made = {
        ...rest,
        id: id(9),
        kind,
        name,
        host,
        policy,
        ...(chosen && { calendars: chosen }),
        state: 'waiting' as const,
        problems: [],
        events: 0,
      };
      stored.push({ ...made, lastTriedAt: '2028-04-13T13:00:02Z', state: 'ok' });
      return made;
    },
    refreshExternalCalendar: async ({ id: wanted }: { id: string }) => {
      const before = find(wanted);
      put({ ...before, lastTriedAt: '2028-04-13T13:05:00Z', events: before.events + 1 });
      return before;
    },
    updateExternalCalendar: async (input: InputOf<'updateExternalCalendar'>) => {
      const { id: wanted, coach: _coach, password: _password, ...given } = input;
      const { bookingCalendar: _before, ...stored } = find(wanted);
      const into = given.writeBookings ? { bookingCalendar: stored.calendars![0]!.id } : {};
      return put({ ...stored, ...into, ...given });
    },
    deleteExternalCalendar: async ({ id: wanted }: { id: string }) => {
      stored = stored.filter((calendar) => calendar.id !== wanted);
      return { id: wanted, removed: true };
    },
  };
  return { ...(calls as unknown as ConnectionCalls), ...change };
}
