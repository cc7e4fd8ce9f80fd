import { createCalendarFlow } from '../../src/calendar-flow/create-calendar-flow.ts';
import { instantText } from '../../src/calendar-flow/known-days.ts';
import type { CalendarFlowOptions, CalendarWatch } from '../../src/calendar-flow/options.ts';
import { addDays, datesOf } from '@coach-booking/time/dates';
import type { CalendarBooking } from '../../src/calendar-flow/state.ts';
import type { CalendarEvent, WatchHandlers, WatchInput } from '../../src/live/watching.ts';
import { plainDate, startOfDate } from '../../src/slots-picker/visitor-time.ts';
import { exampleOf } from '../../src/testing/fixtures.ts';
import type { OutputOf } from '../../src/transport/operation-types.ts';
import { coach, handClock, network, settle, waitingClient, zone } from './world.ts';
import type { Call } from './world.ts';

type Calendar = OutputOf<'getCalendar'>;

const [example] = exampleOf('getCalendar').bookings;
if (!example) throw new Error('The contract gives no booking of a calendar.');

export const preferences = { ...exampleOf('getPreferences'), defaultView: 'week', weekStart: 1 } as const;
export const [jane] = exampleOf('listStaff') as [OutputOf<'listStaff'>[number]];
export const scheduleView = exampleOf('getSchedule');

/** Returns a confirmed booking of an hour at an instant. */
export function session(name: string, start: string, more: Partial<CalendarBooking> = {}): CalendarBooking {
  const end = instantText(Date.parse(start) + 3_600_000);
  const id = name.padStart(24, '0');
  return {
    ...example!,
    id,
    start,
    end,
    duration: 60,
    status: 'confirmed',
    version: 1,
    actions: ['start', 'cancel'],
    notes: '',
    ...more,
  };
}

/** Tuesday, 14 April 2026, 09:00 in New York, where it is 04:00 now. */
export const ana = session('a1', '2026-04-14T13:00:00Z');
export const ben = session('b2', '2026-04-15T13:00:00Z');

/** Returns the server's calendar: the answer of `getCalendar` with these bookings for the dates of a call. */
export function calendarOf(
  { input }: Pick<Call, 'input'>,
  bookings: readonly CalendarBooking[],
  more: Partial<Calendar> = {},
): Calendar {
  const { from, to } = input as { from: string; to: string };
  const timeZone = more.timeZone ?? zone;
  const inside = ({ start = '' }: CalendarBooking) => {
    const date = plainDate(Date.parse(start), timeZone);
    return date >= from && date <= to;
  };
  const [begin, end] = [startOfDate(from, timeZone), startOfDate(addDays(to, 1), timeZone)].map(instantText) as [
    string,
    string,
  ];
  return {
    ...exampleOf('getCalendar'),
    timeZone,
    range: { start: begin, end },
    bookings: bookings.filter(inside),
    days: datesOf({ from, to }).map((date) => ({ date, workingHours: [], breaks: [] })),
    timeOff: [],
    staff: [],
    explain: input['explain'] ? [{ start: begin, end, code: 'outside_hours' }] : [],
    position: '40',
    ...more,
  };
}

/** Returns a stream of changes that sends what the test passes. */
export function stream() {
  const watches: { input: WatchInput; handlers: WatchHandlers<CalendarEvent>; ended: boolean }[] = [];
  const watch: CalendarWatch = (input, handlers) => {
    const one = { input, handlers, ended: false };
    watches.push(one);
    return () => void (one.ended = true);
  };
  return { watch, watches };
}

/** Returns a port for the visibility of the page, of the same kind as the network's. */
export function page() {
  const { online: visible, set } = network();
  return { visible, set };
}

/** Returns a coach's calendar whose flow has not started. */
export function given(options: Partial<CalendarFlowOptions> = {}) {
  const server = waitingClient();
  const clock = handClock();
  const [net, seen, live] = [network(), page(), stream()];
  const ports = {
    clock: clock.clock,
    timers: clock.timers,
    online: net.online,
    visible: seen.visible,
    watch: live.watch,
  };
  const flow = createCalendarFlow(server.client, { coach: 'coach-a', ...ports, ...options });
  const state = () => flow.$state.get();
  return {
    ...server,
    clock,
    net,
    seen,
    live,
    flow,
    state,
    ids: () => state().bookings.map(({ id }) => id),
    reads: () => server.calls.filter(({ name }) => name === 'getCalendar'),
    /** Answers every waiting read with its part of these bookings, and the reads that follow. */
    async answerReads(bookings: readonly CalendarBooking[], more: Partial<Calendar> = {}) {
      for (const call of server.calls)
        if (call.name === 'getCalendar') await call.answer(calendarOf(call, bookings, more));
    },
  };
}

export type World = ReturnType<typeof given>;

/** Returns a flow whose preferences, coach and team are loaded; the first days are requested. */
export async function givenMet(
  options: Partial<CalendarFlowOptions> = {},
  liked: OutputOf<'getPreferences'> = preferences,
  timeZone = zone,
) {
  const world = given(options);
  world.flow.start();
  await world.last('listStaff').answer([jane]);
  await world.last('getPreferences').answer(liked);
  await world.last('getCoach').answer({ ...coach, timeZone });
  return world;
}

/** Returns a flow with the week of 13 April on the screen, and its neighbours loaded. */
export async function givenWeek(
  bookings: readonly CalendarBooking[] = [ana, ben],
  options: Partial<CalendarFlowOptions> = {},
) {
  const world = await givenMet(options);
  await world.answerReads(bookings);
  await settle();
  return world;
}

/** Returns the calls that were made after this, by name. */
export function since(world: World) {
  const before = world.calls.length;
  return () => world.calls.slice(before).map(({ name }) => name);
}
