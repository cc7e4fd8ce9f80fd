import {
  bindOperations,
  createExternalCalendar,
  createTransport,
  deleteExternalCalendar,
  discoverExternalCalendars,
  getCoach,
  listAccountCalendars,
  listExternalCalendars,
  putBackExternalEvent,
  refreshExternalCalendar,
  updateExternalCalendar,
  type Bound,
  type InputOf,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = {
  createExternalCalendar,
  deleteExternalCalendar,
  discoverExternalCalendars,
  getCoach,
  listAccountCalendars,
  listExternalCalendars,
  putBackExternalEvent,
  refreshExternalCalendar,
  updateExternalCalendar,
};

/** The calls of Settings › Connections; tests replace them. */
export type ConnectionCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Calendar = OutputOf<'listExternalCalendars'>[number];
/** A booking that somebody has moved or deleted in a calendar. */
export type Change = Calendar['changes'][number];
export type FoundCalendar = OutputOf<'discoverExternalCalendars'>[number];
/** The fields of a calendar that change. */
export type CalendarChange = Omit<InputOf<'updateExternalCalendar'>, 'coach' | 'id'>;
export type Policy = Calendar['policy'];

/** Returns the calls with the session of who signed in. */
export function connectionCalls(session: SessionToken, baseUrl: string): ConnectionCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}
