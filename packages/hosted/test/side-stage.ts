import { CoachCalendar } from '@coach-booking/elements/internal/calendar-element';
import type { CalendarFlowState, SessionToken } from '@coach-booking/sdk';
import {
  calendarBooking,
  calendarNow,
  calendarProblem,
  calendarState,
  calendarStates,
  fakeCalendarFlow,
  wallAt,
  type FakeCalendarFlow,
} from '../../elements/test/calendar-states.ts';
import { SideCalendar } from '../src/desk/side-by-side/side-calendar.ts';
import { DeskSideBySide } from '../src/desk/side-by-side/side-page.ts';
import { defineSideBySide } from '../src/desk/side-by-side/elements.ts';
import type { CoachName, PageSession } from '../src/sign-in/session.ts';

const date = '2028-04-12';
const day = { view: 'day', date, range: { from: date, to: date } } as const;

/** The days of four coaches: two with sessions, one whose calendar is being read, and one that failed. */
export const sideStates: Readonly<Record<string, CalendarFlowState>> = {
  'coach-a': calendarState({
    ...day,
    bookings: [
      calendarBooking(date, '09:00', 'Ana Diaz'),
      calendarBooking(date, '11:00', 'Ben Okafor', { status: 'scheduled' }),
    ],
  }),
  'coach-b': calendarState({
    ...day,
    preferences: { ...calendarStates.each.preferences, dayStart: '05:00', dayEnd: '19:00' },
    coach: { id: 'b'.repeat(24), name: 'Kim Lee' },
    bookings: [calendarBooking(date, '18:30', 'Zoe Wolf', { status: 'pending' })],
    timeOff: [{ id: '1', start: wallAt(date, '12:00'), end: wallAt(date, '14:00'), reason: 'Dentist' }],
  }),
  'coach-c': calendarState({ ...day, phase: 'loading', bookings: [] }),
  'coach-d': calendarState({ phase: 'failed', problem: calendarProblem('server', { requestId: 'req_7' }) }),
};

export const sideCoaches: readonly CoachName[] = [
  { slug: 'coach-a', name: 'Maria Santos' },
  { slug: 'coach-b', name: 'Kim Lee' },
  { slug: 'coach-c', name: 'ليلى الحداد' },
  { slug: 'coach-d', name: 'Maximilian von Hohenlohe-Langenburg' },
  ...['e', 'f', 'g', 'h', 'i'].map((one) => ({ slug: `coach-${one}`, name: `Coach ${one.toUpperCase()}` })),
];

class StagePage extends DeskSideBySide {
  static override now = () => calendarNow;
}
class StageCalendar extends SideCalendar {
  static override now = () => calendarNow;
}

/** Makes the page known, and lets each calendar have the flow of its coach. */
export function stageSides(): Map<string, FakeCalendarFlow> {
  const flows = new Map<string, FakeCalendarFlow>();
  defineSideBySide(StagePage, StageCalendar);
  CoachCalendar.connect = ({ coach }) => {
    const flow = fakeCalendarFlow(sideStates[coach] ?? calendarState({ ...day, bookings: [] }));
    flows.set(coach, flow);
    return flow;
  };
  return flows;
}

/** Returns the page with some coaches; `moves` receives what it wants to show. */
export function sidePage(chosen: readonly string[], moves: unknown[] = []): DeskSideBySide {
  const page = document.createElement('coach-desk-side-by-side') as DeskSideBySide;
  const token: SessionToken = () => 'token';
  Object.assign(page, {
    session: { token } as unknown as PageSession,
    coaches: sideCoaches,
    chosen,
    date,
    addressTo: (name: string, { coach = '' } = {}) => `/desk/${name}?coach=${coach}`,
    moved: (coaches: readonly string[], at: string) => {
      moves.push([coaches, at]);
      Object.assign(page, { chosen: coaches, date: at });
    },
  });
  return page;
}
