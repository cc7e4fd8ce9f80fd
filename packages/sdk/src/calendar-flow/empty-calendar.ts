import type { CalendarFlowState } from './state.ts';

/** The calendar before anything is known; the preferences are those of a coach who has chosen nothing. */
export const emptyCalendar: CalendarFlowState = {
  phase: 'loading',
  view: 'month',
  date: '',
  today: '',
  timeZone: '',
  coachTimeZone: '',
  coach: null,
  services: [],
  team: [],
  preferences: { defaultView: 'month', colours: {}, dayStart: '06:00', dayEnd: '20:00', weekStart: 1 },
  range: { from: '1970-01-05', to: '1970-01-05' },
  loading: true,
  bookings: [],
  days: [],
  timeOff: [],
  blocked: [],
  staffNames: {},
  summary: { total: 0, completed: 0, upcoming: 0, cancelled: 0, noShow: 0 },
  busy: [],
  connection: 'connecting',
  schedule: null,
  draft: null,
  done: null,
  problem: null,
};
