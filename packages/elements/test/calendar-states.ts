import type {
  CalendarBooking,
  CalendarFlowIntents,
  CalendarFlowState,
  CalendarProblem,
  Conflict,
  FoundPerson,
} from '@coach-booking/sdk';
import { atom, type WritableAtom } from 'nanostores';
import { addDays, weekdayOf } from '@coach-booking/time/dates';
import type { PlainDate } from '../src/internal/dates/plain-date.ts';
import { services } from './states.ts';
import { meetingOf } from './meeting-states.ts';

/** The clock of the calendar's tests: Wednesday 12 April 2028, 10:20 in New York, where the coach is. */
export const calendarNow = Date.parse('2028-04-12T14:20:00Z');

/** The hours that New York is behind UTC on all dates of these states. */
const OFFSET_HOURS = 4;

/** Returns the instant of a wall-clock time in the coach's zone. */
export function wallAt(date: PlainDate, time: string): string {
  return new Date(Date.parse(`${date}T${time}:00Z`) + OFFSET_HOURS * 3_600_000).toISOString().replace('.000', '');
}

const actionsOf: Readonly<Record<CalendarBooking['status'], CalendarBooking['actions']>> = {
  pending: ['confirm', 'reschedule', 'cancel'],
  scheduled: ['confirm', 'start', 'reschedule', 'cancel'],
  confirmed: ['start', 'reschedule', 'cancel'],
  in_progress: ['complete', 'no_show'],
  completed: ['no_show'],
  no_show: ['complete'],
  cancelled: [],
};

let made = 0x21;

/** Returns a booking at a wall-clock time of the coach. */
export function calendarBooking(
  date: PlainDate,
  time: string,
  name: string,
  change: Partial<CalendarBooking> = {},
): CalendarBooking {
  const { duration = 60, status = 'confirmed', timeZone = 'America/New_York' } = change;
  const start = wallAt(date, time);
  const id = `665f${(made++).toString(16).padStart(20, '0')}`;
  return {
    id,
    coachId: '665f00000000000000000001',
    serviceId: services[0]!.id,
    status,
    start,
    end: new Date(Date.parse(start) + duration * 60_000).toISOString().replace('.000', ''),
    duration,
    timeZone,
    attendee: {
      kind: 'lead',
      id: id.replace(/^665f/, '777f'),
      name,
      email: `${name.toLowerCase().replace(/\W+/g, '.')}@example.com`,
      phone: '+1 212 555 0100',
      timeZone,
    },
    serviceTitle: 'Strength session',
    summary: `Strength session with ${name}`,
    notes: '',
    locationKind: 'in_person',
    price: { amount: 7500, currency: 'EUR' },
    rescheduleHistory: [],
    version: 1,
    createdAt: '2028-04-01T08:00:00Z',
    actions: actionsOf[status],
    bufferBefore: 0,
    bufferAfter: 15,
    ...change,
  };
}

const week: readonly PlainDate[] = Array.from({ length: 7 }, (_, i) => addDays('2028-04-10', i));

/** Returns a day of the week with 09:00–17:00 from Monday to Friday and a break at noon. */
const dayOf = (date: PlainDate): CalendarFlowState['days'][number] => {
  const works = weekdayOf(date) % 6 !== 0;
  const range = (start: string, end: string) => (works ? [{ start: wallAt(date, start), end: wallAt(date, end) }] : []);
  return { date, workingHours: range('09:00', '17:00'), breaks: range('12:00', '13:00') };
};

const blockedOf = (date: PlainDate): CalendarFlowState['blocked'] =>
  dayOf(date).workingHours.length === 0
    ? [{ start: wallAt(date, '00:00'), end: wallAt(addDays(date, 1), '00:00'), code: 'outside_hours' }]
    : [
        { start: wallAt(date, '00:00'), end: wallAt(date, '09:00'), code: 'outside_hours' },
        { start: wallAt(date, '12:00'), end: wallAt(date, '13:00'), code: 'break' },
        { start: wallAt(date, '17:00'), end: wallAt(addDays(date, 1), '00:00'), code: 'outside_hours' },
      ];

export { services };

export const team: CalendarFlowState['team'] = [
  { id: '665f00000000000000000061', name: 'Jane Smith', email: 'jane@example.com', active: true },
  { id: '665f00000000000000000062', name: 'Omar Haddad', active: true },
  { id: '665f00000000000000000063', name: 'Mei Lin', active: false },
];

export const schedule: NonNullable<CalendarFlowState['schedule']> = {
  timeZone: 'America/New_York',
  workingHours: [1, 2, 3, 4, 5].map((dayOfWeek) => ({ dayOfWeek, start: '09:00', end: '17:00' })),
  breaks: [1, 2, 3, 4, 5].map((dayOfWeek) => ({ dayOfWeek, start: '12:00', end: '13:00' })),
  slotInterval: 30,
  defaultDuration: 60,
  bufferBefore: 0,
  bufferAfter: 15,
  minimumNotice: 120,
  bookingWindow: 60,
  sameDayBooking: true,
  autoConfirm: true,
  reminders: { rules: [{ channel: 'email', minutesBefore: 1440 }], followUp: true },
  dateOverrides: [
    { date: '2028-04-22', ranges: [{ start: '10:00', end: '14:00' }] },
    { date: '2028-05-01', ranges: [] },
  ],
  version: 3,
  scheduleVersion: 1,
  conflicts: [],
};

/** Returns a booking as hours that it does not fit name it. */
const conflictOf = ({ id, start, end, attendee, serviceTitle }: CalendarBooking, code: Conflict['code']): Conflict => ({
  bookingId: id,
  start: start!,
  end: end!,
  code,
  name: attendee.name,
  serviceTitle,
});

const summaryOf = (bookings: readonly CalendarBooking[]): CalendarFlowState['summary'] => {
  const count = (...of: CalendarBooking['status'][]) => bookings.filter(({ status }) => of.includes(status)).length;
  return {
    total: bookings.length,
    completed: count('completed'),
    upcoming: count('pending', 'scheduled', 'confirmed'),
    cancelled: count('cancelled'),
    noShow: count('no_show'),
  };
};

/**
 * Returns a state of the calendar: an empty week around `calendarNow` unless other values are given. The summary
 * follows from the bookings.
 */
export function calendarState(overrides: Partial<CalendarFlowState> = {}): CalendarFlowState {
  const bookings = overrides.bookings ?? [];
  return {
    phase: 'ready',
    view: 'week',
    date: '2028-04-12',
    today: '2028-04-12',
    timeZone: 'America/New_York',
    coachTimeZone: 'America/New_York',
    slotInterval: null,
    coach: { id: '665f00000000000000000001', name: 'Coach A' },
    services,
    team,
    preferences: {
      defaultView: 'week',
      colours: {},
      dayStart: '06:00',
      dayEnd: '20:00',
      weekStart: 1,
      timeFormat: 'language',
      colourBy: 'status',
    },
    range: { from: '2028-04-10', to: '2028-04-16' },
    loading: false,
    complete: true,
    bookings,
    days: week.map(dayOf),
    timeOff: [],
    blocked: week.flatMap(blockedOf),
    staffNames: Object.fromEntries(team.map(({ id, name }) => [id, name])),
    summary: summaryOf(bookings),
    busy: [],
    connection: 'live',
    schedule: null,
    draft: null,
    toClose: { bookings: [], total: 0, isCapped: false },
    toSchedule: { bookings: [], total: 0, isCapped: false },
    bursts: [],
    zoneChanges: [],
    zoneChangesLeft: [],
    client: null,
    done: null,
    problem: null,
    ...overrides,
  };
}

/** Returns a problem as the SDK reports it. */
export function calendarProblem(kind: CalendarProblem['kind'], change: Partial<CalendarProblem> = {}): CalendarProblem {
  return {
    kind,
    code: kind.toUpperCase(),
    message: 'The server says so.',
    intent: 'reschedule',
    bookingId: null,
    alternatives: [],
    warnings: [],
    fields: {},
    retryAfter: null,
    retryable: /offline|limited|server/.test(kind),
    requestId: null,
    ...change,
  };
}

/** One booking of every status, some with every optional field. */
export const oneOfEach: readonly CalendarBooking[] = [
  calendarBooking('2028-04-10', '09:00', 'Ana Diaz', {
    status: 'completed',
    staffId: team[0]!.id,
    notes: 'Left knee.',
  }),
  calendarBooking('2028-04-10', '14:00', 'Ben Okafor', { status: 'no_show' }),
  calendarBooking('2028-04-11', '10:00', 'Chloé Martin', {
    status: 'cancelled',
    cancelledBy: 'attendee',
    cancelledAt: '2028-04-09T08:00:00Z',
    cancellationReason: 'I am ill.',
  }),
  calendarBooking('2028-04-12', '10:00', 'Dmitri Ivanov', { status: 'in_progress' }),
  calendarBooking('2028-04-12', '13:00', 'Eva Lindqvist', {
    notes: 'Brings her own belt.\nWants to squat.',
    staffId: team[0]!.id,
    timeZone: 'Europe/Stockholm',
    rescheduleHistory: [
      {
        originalStart: wallAt('2028-04-11', '13:00'),
        newStart: wallAt('2028-04-12', '13:00'),
        reason: 'Train late',
        at: '2028-04-10T08:00:00Z',
        by: 'attendee',
      },
    ],
  }),
  calendarBooking('2028-04-13', '09:00', 'Farah Nasser', { status: 'pending', locationKind: 'online' }),
  calendarBooking('2028-04-14', '15:30', 'Grace Kim', { status: 'scheduled', duration: 45 }),
];

const names = ['Ana Diaz', 'Ben Okafor', 'Chloé Martin', 'Dmitri Ivanov', 'Eva Lindqvist', 'Farah Nasser', 'Grace Kim'];
const fullDay = (date: PlainDate, day: number) =>
  ['09:00', '10:15', '13:00', '14:15', '15:30'].map((time, i) =>
    calendarBooking(date, time, names[(day + i) % names.length]!, {
      status: date < '2028-04-12' ? (i === 2 ? 'no_show' : 'completed') : i % 3 === 1 ? 'scheduled' : 'confirmed',
    }),
  );

const overlapping: readonly CalendarBooking[] = [
  calendarBooking('2028-04-13', '09:00', 'Ana Diaz', { duration: 120 }),
  calendarBooking('2028-04-13', '09:30', 'Ben Okafor', { status: 'pending' }),
  calendarBooking('2028-04-13', '10:00', 'Chloé Martin', { status: 'scheduled', duration: 90 }),
  calendarBooking('2028-04-13', '11:30', 'Dmitri Ivanov', { duration: 30 }),
];

export const holiday = {
  id: '665f00000000000000000031',
  start: wallAt('2028-04-14', '00:00'),
  end: wallAt('2028-04-15', '00:00'),
  reason: 'Dentist',
};

const timeless = (name: string, placeNumber: number): CalendarBooking => {
  const { start: _start, end: _end, ...placed } = calendarBooking('2028-04-12', '09:00', name);
  return { ...placed, status: 'scheduled', placeNumber, actions: ['confirm', 'cancel', 'reschedule'] };
};

/** Bookings that have a place and no time yet, one with a very long name. */
export const waiting: CalendarFlowState['toSchedule'] = {
  bookings: [timeless('Farah Haddad', 3), timeless('Grigori von Hohenzollern-Sigmaringen zu Wied-Neuwied', 7)],
  total: 2,
  isCapped: false,
};

/** The states of the calendar, by name. */
export const calendarStates = {
  waiting: calendarState({
    bookings: oneOfEach,
    toSchedule: waiting,
    toClose: { bookings: [calendarBooking('2028-03-02', '09:00', 'Ana Diaz')], total: 3, isCapped: false },
  }),
  empty: calendarState(),
  each: calendarState({ bookings: oneOfEach }),
  full: calendarState({ bookings: week.slice(0, 5).flatMap(fullDay), timeOff: [holiday] }),
  overlapping: calendarState({ bookings: overlapping }),
  pending: calendarState({ bookings: oneOfEach.filter(({ status }) => status === 'pending') }),
  busy: calendarState({ bookings: oneOfEach, busy: [oneOfEach[4]!.id, 'create'] }),
  loading: calendarState({
    phase: 'loading',
    coach: null,
    services: [],
    team: [],
    days: [],
    blocked: [],
    loading: true,
    complete: false,
  }),
  signedOut: calendarState({ phase: 'signed_out' }),
  failed: calendarState({
    phase: 'failed',
    coach: null,
    problem: calendarProblem('server', { intent: 'load', requestId: '0f8e0c1a' }),
  }),
  offline: calendarState({
    bookings: oneOfEach,
    connection: 'offline',
    problem: calendarProblem('offline', { code: 'OFFLINE', intent: 'confirm' }),
  }),
  problem: calendarState({
    bookings: oneOfEach,
    problem: calendarProblem('taken', {
      code: 'SLOT_TAKEN',
      bookingId: oneOfEach[4]!.id,
      alternatives: ['14:00', '14:30', '15:00'].map((time) => ({
        start: wallAt('2028-04-12', time),
        end: wallAt('2028-04-12', '16:00'),
      })),
    }),
  }),
  done: calendarState({
    bookings: oneOfEach,
    done: { intent: 'confirm', bookingId: oneOfEach[4]!.id, undoable: true },
  }),
  draft: calendarState({
    bookings: oneOfEach,
    schedule,
    draft: {
      schedule: { timeZone: schedule.timeZone, workingHours: schedule.workingHours.slice(1), breaks: schedule.breaks },
      conflicts: [conflictOf(oneOfEach[5]!, 'outside_hours'), conflictOf(oneOfEach[6]!, 'break')],
    },
  }),
} satisfies Record<string, CalendarFlowState>;

/** The same states, and one of every view. */
export const calendarPictures = {
  ...calendarStates,
  month: calendarState({
    view: 'month',
    range: { from: '2028-03-27', to: '2028-05-07' },
    blocked: [],
    bookings: oneOfEach,
  }),
  day: calendarState({ view: 'day', range: { from: '2028-04-12', to: '2028-04-12' }, bookings: oneOfEach }),
  threeDays: calendarState({
    view: 'three_days',
    range: { from: '2028-04-12', to: '2028-04-14' },
    bookings: oneOfEach,
  }),
  list: calendarState({ view: 'list', bookings: oneOfEach, timeOff: [holiday] }),
  fullMonth: calendarState({
    view: 'month',
    range: { from: '2028-03-27', to: '2028-05-07' },
    blocked: [],
    bookings: calendarStates.full.bookings,
    timeOff: [holiday],
  }),
  byService: calendarState({
    bookings: calendarStates.full.bookings.map((booking, at) => ({
      ...booking,
      serviceId: services[at % services.length]!.id,
      serviceTitle: services[at % services.length]!.title,
    })),
    preferences: {
      ...calendarState().preferences,
      colourBy: 'service',
      timeFormat: 'h24',
      secondTimeZone: 'Europe/Berlin',
    },
  }),
  personal: calendarState({
    bookings: oneOfEach,
    timeOff: [
      {
        id: '1',
        kind: 'personal',
        title: 'School run',
        start: wallAt('2028-04-12', '15:30'),
        end: wallAt('2028-04-12', '16:30'),
      },
      {
        id: '2',
        kind: 'personal',
        title: 'Lunch with Jo',
        start: wallAt('2028-04-13', '12:00'),
        end: wallAt('2028-04-13', '13:30'),
      },
      ...(['2028-04-11', '2028-04-14'] as const).map((date) => ({
        ...{ id: '3', title: 'Physiotherapy', start: wallAt(date, '09:00'), end: wallAt(date, '10:30') },
        ...{ firstStart: wallAt('2028-04-04', '09:00'), firstEnd: wallAt('2028-04-04', '10:30') },
        repeat: { everyWeeks: 1, weekdays: [2, 5], until: '2028-06-30' },
      })),
    ],
  }),
  away: calendarState({
    timeOff: [{ id: '1', start: wallAt('2028-04-13', '00:00'), end: wallAt('2028-04-14', '00:00'), reason: 'Dentist' }],
  }),
} satisfies Record<string, CalendarFlowState>;

type Call = readonly [intent: string, ...given: unknown[]];

/** A calendar flow whose state the test sets, and which records its calls. */
export interface FakeCalendarFlow extends CalendarFlowIntents {
  readonly $state: WritableAtom<CalendarFlowState>;
  readonly calls: Call[];
  /** Changes the state, as the SDK would. */
  set(change: Partial<CalendarFlowState>): void;
  /** Returns the arguments of the calls of one intent. */
  asked(intent: keyof CalendarFlowIntents): unknown[][];
  /** Sets what the promises of intents resolve to from now on; `true` at first. */
  answers(done: boolean): void;
  /** Sets the results of the search for people from now on; null when the search fails. */
  finds(people: readonly FoundPerson[] | null): void;
  /** Sets who is found by id from now on; null at first. */
  findsPerson(person: FoundPerson | null): void;
  /** Sets the results of the search for bookings from now on; null when the search fails. */
  findsBookings(bookings: readonly CalendarBooking[] | null): void;
  /** Sets the answer to saving notes on a client from now on; stored without a problem at first. */
  savesNotes(answer: Awaited<ReturnType<CalendarFlowIntents['saveClientNotes']>>): void;
  /** Sets the answer to putting a booking back from now on; without a problem at first. */
  putsBack(answer: Awaited<ReturnType<CalendarFlowIntents['putBackThere']>>): void;
  stop(): void;
}

/**
 * Returns a calendar flow for tests. Every intent is recorded and returns a promise, of `true` unless `answers(false)`
 * was called.
 */
export function fakeCalendarFlow(state: CalendarFlowState = calendarState()): FakeCalendarFlow {
  const $state = atom(state);
  const calls: Call[] = [];
  let done = true;
  let people: readonly FoundPerson[] | null = [];
  let bookings: readonly CalendarBooking[] | null = [];
  let person: FoundPerson | null = null;
  let saved: Awaited<ReturnType<CalendarFlowIntents['saveClientNotes']>> = { notes: null, problem: null };
  let back: Awaited<ReturnType<CalendarFlowIntents['putBackThere']>> = { problem: null };
  const own = {
    $state,
    calls,
    set: (change: Partial<CalendarFlowState>) => $state.set({ ...$state.get(), ...change }),
    asked: (intent: string) => calls.filter(([name]) => name === intent).map(([, ...given]) => given),
    answers: (answer: boolean) => void (done = answer),
    finds: (found: readonly FoundPerson[] | null) => void (people = found),
    findsPerson: (found: FoundPerson | null) => void (person = found),
    findPerson: (id: string) => (calls.push(['findPerson', id]), Promise.resolve(person)),
    findsBookings: (found: readonly CalendarBooking[] | null) => void (bookings = found),
    readMeeting: (id: string) => {
      calls.push(['readMeeting', id]);
      return Promise.resolve({
        meeting: meetingOf($state.get().bookings.find((one) => one.id === id)!),
        problem: null,
      });
    },
    findBookings: (part: string) => {
      calls.push(['findBookings', part]);
      return Promise.resolve(bookings);
    },
    savesNotes: (answer: typeof saved) => void (saved = answer),
    saveClientNotes: (...given: unknown[]) => (calls.push(['saveClientNotes', ...given]), Promise.resolve(saved)),
    putsBack: (answer: typeof back) => void (back = answer),
    putBackThere: (...given: unknown[]) => (calls.push(['putBackThere', ...given]), Promise.resolve(back)),
    findPeople: (part: string) => (calls.push(['findPeople', part]), Promise.resolve(people)),
  };
  return new Proxy(own, {
    get: (target, name) =>
      name in target || typeof name === 'symbol' || name === 'then'
        ? target[name as keyof typeof own]
        : (...given: unknown[]) => {
            calls.push([String(name), ...given]);
            return Promise.resolve(done);
          },
  }) as unknown as FakeCalendarFlow;
}
