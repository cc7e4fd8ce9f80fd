import {
  addTimeOff,
  bindOperations,
  cancelBooking,
  cancelBurst,
  completeBooking,
  confirmBooking,
  createBooking,
  createCalendarFlow,
  createSessionTransport,
  getCalendar,
  getClient,
  getCoach,
  getPreferences,
  getSchedule,
  listBookingMessages,
  listBursts,
  listClientDietLogs,
  listClientProgress,
  listClientWorkoutLogs,
  listClients,
  listLeads,
  listCoachBookings,
  listStaff,
  listZoneChanges,
  markNoShow,
  removeDateOverride,
  removeTimeOff,
  renewManageLink,
  rescheduleBooking,
  resolveZoneChanges,
  revokeManageLink,
  sendMessageAgain,
  setDateOverride,
  startBooking,
  undoBooking,
  updateBooking,
  updatePreferences,
  updateSchedule,
  watchCalendar,
  type SessionToken,
} from '@coach-booking/sdk';
import { online } from '../internal/online.ts';
import { followCalendar } from './follow-calendar.ts';
import type { Connect } from './flow.ts';

const operations = {
  addTimeOff,
  cancelBooking,
  cancelBurst,
  completeBooking,
  confirmBooking,
  createBooking,
  getCalendar,
  getClient,
  getCoach,
  getPreferences,
  getSchedule,
  listBookingMessages,
  listBursts,
  listClientDietLogs,
  listClientProgress,
  listClientWorkoutLogs,
  listClients,
  listLeads,
  listCoachBookings,
  listStaff,
  listZoneChanges,
  markNoShow,
  removeDateOverride,
  removeTimeOff,
  renewManageLink,
  rescheduleBooking,
  resolveZoneChanges,
  revokeManageLink,
  sendMessageAgain,
  setDateOverride,
  startBooking,
  undoBooking,
  updateBooking,
  updatePreferences,
  updateSchedule,
  watchCalendar,
};

/** Whether the page is visible, as the browser reports it. */
const visible = {
  onChange(changed: (visible: boolean) => void): () => void {
    const tell = () => changed(!document.hidden);
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  },
};

/** The token of a visitor without a session: the server answers that one is needed. */
const nobody: SessionToken = () => null;

/** Creates flows on the SDK. `fetch` is the browser's own unless another is given. */
export function connectTo(fetch?: typeof globalThis.fetch): Connect {
  return ({ baseUrl, coach, timeZone, view, date, language, session }) => {
    const client = bindOperations(
      createSessionTransport({ baseUrl, session: session ?? nobody, ...(fetch && { fetch }) }),
      operations,
    );
    return createCalendarFlow(client, {
      coach,
      language,
      visible,
      online,
      watch: followCalendar(baseUrl, client.watchCalendar),
      ...(timeZone && { timeZone }),
      ...(view && { view }),
      ...(date && { date }),
    });
  };
}

/** Creates flows on the server that the settings name. */
export const connect: Connect = connectTo();
