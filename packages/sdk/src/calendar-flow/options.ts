import type { FlowPorts, Online, Timers } from '../booking-flow/options.ts';
import type { Client } from '../client.ts';
import type { CalendarView } from './state.ts';

/** Follows the changes of a calendar, as `client.watchCalendar` does. */
export type CalendarWatch = Client['watchCalendar'];

/** The calls that the calendar flow makes; any object with these functions can be passed. */
export type CalendarClient = Pick<
  Client,
  | 'getCalendar'
  | 'getPreferences'
  | 'updatePreferences'
  | 'getCoach'
  | 'listStaff'
  | 'getSchedule'
  | 'updateSchedule'
  | 'setDateOverride'
  | 'removeDateOverride'
  | 'addTimeOff'
  | 'removeTimeOff'
  | 'createBooking'
  | 'updateBooking'
  | 'confirmBooking'
  | 'startBooking'
  | 'completeBooking'
  | 'markNoShow'
  | 'undoBooking'
  | 'cancelBooking'
  | 'rescheduleBooking'
  | 'getClient'
  | 'listClientWorkoutLogs'
  | 'listClientDietLogs'
  | 'listClientProgress'
> &
  Partial<
    Pick<
      Client,
      | 'watchCalendar'
      | 'listBursts'
      | 'cancelBurst'
      | 'listCoachBookings'
      | 'listZoneChanges'
      | 'resolveZoneChanges'
      | 'renewManageLink'
      | 'revokeManageLink'
      | 'listBookingMessages'
      | 'getBooking'
      | 'sendMessageAgain'
      | 'listClients'
      | 'listLeads'
    >
  >;

/** The calls by which the calendar flow reads what it shows first. */
export type CalendarReads = Pick<
  CalendarClient,
  'getCalendar' | 'getPreferences' | 'getCoach' | 'listStaff' | 'watchCalendar'
>;

/** The calls by which the calendar flow acts, and reads what is beside the calendar. */
export type CalendarActCalls = Omit<CalendarClient, keyof CalendarReads> &
  Partial<
    Pick<
      Client,
      | 'getZoomMeeting'
      | 'createHostLink'
      | 'getClientNotes'
      | 'updateClientNotes'
      | 'listExternalCalendars'
      | 'putBackExternalEvent'
    >
  >;

/** Reports when the page is hidden and shown again; `onChange` returns a function that stops listening. */
export interface Visible {
  onChange(changed: (visible: boolean) => void): () => void;
}

/**
 * The options of the flow: everything outside of it. `timeZone` is the zone to show, default the coach's. `clock`
 * determines today, so a page whose server runs on a test clock passes that one.
 */
export interface CalendarFlowOptions extends FlowPorts {
  /** Id or slug, or `me` with a session. */
  readonly coach: string;
  /** The first view; default the preferred one. */
  readonly view?: CalendarView | undefined;
  /** The first plain date; default today. */
  readonly date?: string | undefined;
  /** BCP 47 tag, stored with bookings that are created here. */
  readonly language?: string | undefined;
  readonly timers?: Timers;
  readonly online?: Online | undefined;
  readonly visible?: Visible | undefined;
  /**
   * Replaces `client.watchCalendar`. With neither, the calendar is read again when the page is visible again and after
   * each change.
   */
  readonly watch?: CalendarWatch | undefined;
}
