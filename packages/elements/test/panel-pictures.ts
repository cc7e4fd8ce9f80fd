import type { ChangedThere } from '@coach-booking/sdk';
import type { Panel } from '../src/coach-calendar/panels/parts/panel.ts';
import {
  calendarBooking,
  calendarPictures,
  calendarProblem,
  calendarState,
  calendarStates,
  oneOfEach,
  schedule,
  wallAt,
} from './calendar-states.ts';

const eva = oneOfEach[4]!;
const [dmitri, grace] = [oneOfEach[3]!, oneOfEach[6]!];
const place = { name: 'Harbour Gym', address: '12 Pier Street, Boston', hint: 'Ring at the blue door.' };
const video = { joinUrl: 'https://book.example/join/x7.a9', provider: 'jitsi', state: 'ready' } as const;
const changed = (one: typeof eva, change: Partial<typeof eva>) =>
  calendarState({ bookings: oneOfEach.map((booking) => (booking === one ? { ...booking, ...change } : booking)) });
const withEva = (change: Partial<typeof eva>) => changed(eva, change);
const zoomOf = (state: 'ready' | 'preparing') =>
  ({ locationKind: 'online', video: { ...video, provider: 'zoom', state } }) as const;
const many = Array.from({ length: 9 }, (_, i) =>
  calendarBooking('2028-04-12', `${9 + i}:00`.padStart(5, '0'), `Client ${i}`),
);
const hourBefore = (instant: string): string => new Date(Date.parse(instant) - 3_600_000).toISOString();
const overdue = {
  bookings: [
    calendarBooking('2028-04-10', '09:00', 'Ana Diaz', { status: 'confirmed', actions: ['complete', 'no_show'] }),
    calendarBooking('2028-03-02', '17:30', 'Benedikta von Hohenzollern-Sigmaringen', {
      status: 'scheduled',
      actions: ['complete', 'no_show'],
    }),
  ],
  total: 27,
  isCapped: false,
};
const bursts = [
  {
    id: many[0]!.id,
    kind: 'address',
    from: '2028-04-12T13:00:00Z',
    to: '2028-04-12T13:03:00Z',
    total: 9,
    bookings: many,
  },
] as const;
const zoneChanges = [
  ...many.slice(0, 3).map(({ id, ...booking }) => ({
    id,
    kind: 'booking' as const,
    start: booking.start!,
    end: booking.end!,
    shiftedStart: hourBefore(booking.start!),
    shiftedEnd: hourBefore(booking.end!),
    minutes: -60,
    booking: { id, ...booking },
  })),
  {
    id: '665f00000000000000000099',
    kind: 'time_off' as const,
    start: wallAt('2028-04-20', '01:00'),
    end: wallAt('2028-04-21', '01:00'),
    shiftedStart: wallAt('2028-04-20', '00:00'),
    shiftedEnd: wallAt('2028-04-21', '00:00'),
    minutes: -60,
    reason: 'A family day',
  },
];
const zoneChangesLeft = [
  { id: many[1]!.id, kind: 'booking', code: 'SLOT_TAKEN', message: 'This time is taken.' },
] as const;
const there: ChangedThere = {
  bookingId: eva.id,
  kind: 'moved',
  state: 'changed',
  serviceTitle: 'Strength session',
  start: eva.start!,
  end: eva.end!,
  since: '2028-04-12T14:05:00Z',
  thereStart: wallAt('2028-04-13', '16:00'),
  thereEnd: wallAt('2028-04-13', '17:30'),
  calendarId: '665f000000000000000000e1',
  calendarName: 'Work',
};
/** A booking that somebody has moved, or deleted, in a connected calendar. */
export const movedThere = calendarState({ bookings: oneOfEach, changedThere: [there] });
const { thereStart: _start, thereEnd: _end, ...gone } = { ...there, kind: 'deleted' } satisfies ChangedThere;
export const deletedThere = calendarState({
  bookings: oneOfEach,
  changedThere: [
    gone,
    { ...there, state: 'putting_back', calendarId: '665f000000000000000000e2', calendarName: 'Family' },
  ],
});
const create: Panel = { kind: 'create', start: wallAt('2028-04-13', '10:00') };
const timeOff: Panel = { kind: 'timeOff', start: wallAt('2028-04-13', '08:00'), end: wallAt('2028-04-13', '18:00') };

/** Every panel in every state, by name. */
export const panelPictures: readonly (readonly [
  name: string,
  panel: Panel | null,
  state: ReturnType<typeof calendarState>,
])[] = [
  ...oneOfEach.map(
    (booking) =>
      [
        `a booking that is ${booking.status}`,
        { kind: 'booking', id: booking.id } as Panel,
        calendarStates.each,
      ] as const,
  ),
  ['a booking with a place', { kind: 'booking', id: eva.id }, withEva({ place })],
  ['a booking with a video link', { kind: 'booking', id: eva.id }, withEva({ locationKind: 'online', video })],
  [
    'a booking whose meeting could not be made',
    { kind: 'booking', id: eva.id },
    withEva({ locationKind: 'online', video: { ...video, provider: 'zoom', state: 'failed' } }),
  ],
  ['a meeting that goes on', { kind: 'booking', id: dmitri.id }, changed(dmitri, zoomOf('ready'))],
  ['a meeting that waits', { kind: 'booking', id: dmitri.id }, changed(dmitri, zoomOf('preparing'))],
  ['a meeting to come, folded', { kind: 'booking', id: grace.id }, changed(grace, zoomOf('ready'))],
  ['a booking that is being changed', { kind: 'booking', id: eva.id }, calendarStates.busy],
  ['a booking that is gone', { kind: 'booking', id: 'gone' }, calendarStates.empty],
  ['a booking moved in another calendar', { kind: 'booking', id: eva.id }, movedThere],
  ['a booking deleted in another calendar', { kind: 'booking', id: eva.id }, deletedThere],
  ['moving', { kind: 'booking', id: eva.id, act: 'reschedule' }, calendarStates.each],
  ['moving, refused', { kind: 'booking', id: eva.id, act: 'reschedule' }, calendarStates.problem],
  ['cancelling', { kind: 'booking', id: eva.id, act: 'cancel' }, calendarStates.each],
  ['a new booking', create, calendarStates.each],
  ['a new booking, busy', create, calendarStates.busy],
  [
    'a new booking, outside hours',
    create,
    calendarState({
      problem: calendarProblem('refused', {
        code: 'OUTSIDE_HOURS',
        intent: 'create',
        fields: { 'attendee.email': 'invalid' },
      }),
    }),
  ],
  ['time off over bookings', timeOff, calendarStates.each],
  ['time off, listed', timeOff, calendarStates.full],
  ['time off that repeats', { ...timeOff, id: '3' }, calendarPictures.personal],
  ['a personal event', { ...timeOff, id: '1' }, calendarPictures.personal],
  ['the hours, not there yet', { kind: 'schedule' }, calendarStates.each],
  ['the hours', { kind: 'schedule' }, calendarState({ schedule })],
  ['the hours, with conflicts', { kind: 'schedule' }, calendarStates.draft],
  ['the hours of one date', { kind: 'schedule', date: '2028-04-15', then: create }, calendarState({ schedule })],
  [
    'preferences',
    { kind: 'preferences' },
    calendarState({
      preferences: { ...calendarState().preferences, colours: { confirmed: '#2196f3', pending: 'orange' } },
    }),
  ],
  ['shortcuts', { kind: 'shortcuts' }, calendarStates.empty],
  ['a long day', { kind: 'dayList', date: '2028-04-12' }, calendarState({ bookings: many })],
  ['an empty day', { kind: 'dayList', date: '2028-04-15' }, calendarStates.empty],
  ['unusual bookings', { kind: 'bursts' }, calendarState({ bursts })],
  ['no unusual bookings', { kind: 'bursts' }, calendarStates.empty],
  ['notice: unusual bookings', null, calendarState({ bursts })],
  ['sessions to close', { kind: 'toClose' }, calendarState({ toClose: overdue })],
  ['no sessions to close', { kind: 'toClose' }, calendarStates.empty],
  ['notice: sessions to close', null, calendarState({ toClose: overdue })],
  ['another local time', { kind: 'zones' }, calendarState({ zoneChanges })],
  [
    'another local time, one taken',
    { kind: 'zones' },
    calendarState({ zoneChanges, zoneChangesLeft: [...zoneChangesLeft] }),
  ],
  ['no other local time', { kind: 'zones' }, calendarStates.empty],
  ['notice: another local time', null, calendarState({ zoneChanges })],
  ['notice: done', null, calendarStates.done],
  [
    'notice: moved, and who will be told',
    null,
    calendarState({
      done: { intent: 'reschedule', bookingId: eva.id, undoable: true, change: { after: eva } },
    }),
  ],
  ['notice: refused with alternatives', null, calendarStates.problem],
  ['notice: offline', null, calendarStates.offline],
];
