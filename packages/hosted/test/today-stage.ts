import type { CalendarEvent } from '@coach-booking/sdk';
import type { Booking, Calendar, TodayCalls } from '../src/desk/today/calls.ts';
import type { Live } from '../src/desk/live/live.ts';

/** Tuesday, April 11, 2028, 10:20 in New York. */
export const TODAY_NOW = Date.parse('2028-04-11T14:20:00Z');

const id = (last: number) => `665f000000000000000001${String(last).padStart(2, '0')}`;
const at = (time: string, day = '11') => `2028-04-${day}T${time}:00Z`;

/** Returns a booking of the stage's coach: confirmed, an hour long. */
export function bookingAt(last: number, start: string | undefined, change: Partial<Booking> = {}): Booking {
  const end = start && new Date(Date.parse(start) + 3_600_000).toISOString().replace('.000', '');
  return {
    id: id(last),
    coachId: id(99),
    status: 'confirmed',
    attendee: { kind: 'lead', id: id(50 + last), name: 'Ana Diaz', email: 'ana@example.com' },
    serviceTitle: 'Strength session',
    summary: '',
    notes: '',
    locationKind: 'in_person',
    rescheduleHistory: [],
    version: 1,
    createdAt: at('08:00', '09'),
    actions: ['start', 'complete', 'no_show', 'reschedule', 'cancel'],
    bufferBefore: 0,
    bufferAfter: 0,
    ...(start && { start, end: end! }),
    ...change,
  };
}

const person = (last: number, name: string): Pick<Booking, 'attendee'> => ({
  attendee: { kind: 'lead', id: id(50 + last), name, email: 'guest@example.com' },
});

/** The sessions of the day: one that is over, one that runs, two to come; and one of tomorrow. */
export const sessions: readonly Booking[] = [
  bookingAt(1, at('12:00'), { status: 'completed', actions: ['undo'] }),
  bookingAt(2, at('14:00'), {
    ...person(2, 'Ben Okafor'),
    staffId: id(90),
    place: { name: 'Harbour Gym', address: '12 Pier Street' },
  }),
  bookingAt(3, at('16:30'), {
    ...person(3, 'Maximiliane von Hohenstein-Rautenberg'),
    serviceTitle: 'Long first talk about goals, injuries and the plan of the year',
    locationKind: 'online',
    notes: 'Left knee hurts after running.',
    video: { joinUrl: 'https://meet.example/room', provider: 'jitsi', state: 'ready' },
  }),
  bookingAt(4, at('19:00'), { ...person(4, 'ليلى حداد'), status: 'scheduled' }),
  bookingAt(5, at('13:00', '12'), person(5, 'Tom')),
];
export const requests: readonly Booking[] = [
  bookingAt(6, at('18:00', '13'), {
    ...person(6, 'Kim Nguyen'),
    status: 'pending',
    notes: 'Is parking possible?',
    actions: ['confirm', 'reschedule', 'cancel'],
  }),
  bookingAt(7, undefined, { ...person(7, 'Sam'), status: 'pending', placeNumber: 7, actions: ['confirm', 'cancel'] }),
];
export const toClose: readonly Booking[] = [bookingAt(8, at('20:00', '10'), person(8, 'Ola Berg'))];
export const toSchedule: readonly Booking[] = [
  bookingAt(9, undefined, { ...person(9, 'Iris'), placeNumber: 3, actions: ['cancel'] }),
];

const hours = (day: string) => [{ start: at('12:00', day), end: at('22:00', day) }];

/** Returns the calendar around now with these sessions; without working hours on the days that are `off`. */
export function calendarOf(bookings: readonly Booking[] = sessions, off: readonly string[] = ['15', '16']): Calendar {
  const dates = ['10', '11', '12', '13', '14', '15', '16', '17', '18', '19'];
  const busy = bookings.flatMap(({ start, end }) => (start && end ? [{ start, end, code: 'booked' as const }] : []));
  return {
    coachId: id(99),
    timeZone: 'America/New_York',
    zones: [
      {
        timeZone: 'America/New_York',
        offsets: [{ from: '2027-11-07T06:00:00Z', to: '2029-03-11T07:00:00Z', minutes: -240 }],
      },
    ],
    slotInterval: 30,
    range: { start: at('14:20', '10'), end: at('14:20', '19') },
    bookings: [...bookings],
    workingHours: [],
    breaks: [],
    dateOverrides: [],
    days: dates.map((day) => ({
      date: `2028-04-${day}`,
      workingHours: off.includes(day) ? [] : hours(day),
      breaks: [],
    })),
    timeOff: [],
    staff: [{ id: id(90), name: 'Rae Miller' }],
    summary: { total: 4, completed: 1, upcoming: 2, cancelled: 0, noShow: 0 },
    explain: [
      ...busy,
      { start: at('20:30'), end: at('21:00'), code: 'external_busy' },
      { start: at('14:20'), end: at('23:00'), code: 'notice' },
    ],
    position: '1',
  } as Calendar;
}

const answered = <T>(value: T): Promise<T> => Promise.resolve(value);

/** Returns the calls of Today; each change is accepted and changes nothing. */
export function todayCallsOf(change: Partial<TodayCalls> = {}, isEmpty = false): TodayCalls {
  const pile = (items: readonly Booking[]) => ({ items: isEmpty ? [] : items, total: isEmpty ? 0 : items.length });
  const calls = {
    getCalendar: () => answered(isEmpty ? calendarOf([], ['10', '11', '15', '16']) : calendarOf()),
    listCoachBookings: ({ unclosed, timeless }: { unclosed?: string; timeless?: string }) =>
      answered(pile(unclosed ? toClose : timeless ? toSchedule : requests)),
    listZoneChanges: () => answered(isEmpty ? [] : [{}, {}]),
    listBursts: () => answered([]),
    listExternalCalendars: () => answered(isEmpty ? [] : [{ active: true, failures: 0, changed: 1, conflicts: 3 }]),
    confirmBooking: ({ id: of }: { id: string }) => answered({ ...requests.find((one) => one.id === of)!, version: 2 }),
    cancelBooking: ({ id: of }: { id: string }) => answered({ ...requests.find((one) => one.id === of)!, version: 2 }),
    completeBooking: ({ id: of }: { id: string }) => answered({ ...toClose.find((one) => one.id === of)!, version: 2 }),
    markNoShow: ({ id: of }: { id: string }) => answered({ ...toClose.find((one) => one.id === of)!, version: 2 }),
    undoBooking: () => answered({}),
  };
  return { ...calls, ...change } as unknown as TodayCalls;
}

/** Live updates that a test makes happen. */
export class StageLive implements Live {
  looks = 0;
  readonly #followers = new Set<(event: CalendarEvent) => void>();

  follow(onEvent: (event: CalendarEvent) => void): () => void {
    this.#followers.add(onEvent);
    return () => void this.#followers.delete(onEvent);
  }

  look(): void {
    this.looks += 1;
  }

  tell(event: CalendarEvent = { type: 'changed', id: '2', kind: 'booking', dates: [] }): void {
    for (const follower of this.#followers) follower(event);
  }
}
