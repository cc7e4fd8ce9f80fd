import type { CalendarView, SessionToken } from '@coach-booking/sdk';
import type { CoachCalendar } from './coach-calendar.ts';

/** The attributes of `<coach-calendar>` as JSX writes them; `session` is a property. */
export interface CoachCalendarAttributes {
  coach?: string;
  'base-url'?: string;
  view?: CalendarView;
  date?: string;
  booking?: string;
  lang?: string;
  'time-zone'?: string;
  theme?: 'light' | 'dark' | 'auto';
  session?: SessionToken;
  id?: string;
  class?: string;
  hidden?: boolean;
  slot?: string;
  children?: unknown;
  ref?: ((element: CoachCalendar | null) => void) | { current: CoachCalendar | null };
}

/** The element for `IntrinsicElements` of the JSX in use, as `CoachBookingIntrinsicElements`. */
export interface CoachCalendarIntrinsicElements {
  'coach-calendar': CoachCalendarAttributes & { 'oncoach-sign-in'?: (event: CustomEvent<null>) => void };
}
