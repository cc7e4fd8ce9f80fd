import type { CalendarBooking, CalendarFlowState, CalendarView } from '@coach-booking/sdk';

/** A booking as the page around the calendar hears of it: nothing of the person. */
export interface BookingNews {
  readonly id: string;
  readonly status: CalendarBooking['status'];
  readonly serviceId?: string;
  /** UTC instants; absent for a booking without a time. */
  readonly start?: string;
  readonly end?: string;
}

/** The events of the calendar, with their details. */
export interface CoachCalendarEvents {
  'coach-sign-in': CustomEvent<null>;
  'coach-booking-created': CustomEvent<{ readonly booking: BookingNews | null }>;
  /** `act`: `confirm`, `start`, `complete`, `noShow`, `cancel`, `reschedule`, `assign`, `setNotes` or `undo`. */
  'coach-booking-changed': CustomEvent<{
    readonly id: string;
    readonly act: string;
    readonly booking: BookingNews | null;
  }>;
  /** `act` as above, or `create`; `code` is the API's error code, or `OFFLINE` or `TIMEOUT`. */
  'coach-booking-failed': CustomEvent<{ readonly id: string | null; readonly act: string; readonly code: string }>;
  /** Plain dates: that of the view, and the first and the last on the screen. */
  'coach-view-changed': CustomEvent<{
    readonly view: CalendarView;
    readonly date: string;
    readonly from: string;
    readonly to: string;
  }>;
}

function newsOf(booking: CalendarBooking | undefined): BookingNews | null {
  if (!booking) return null;
  const { id, status, serviceId, start, end } = booking;
  return { id, status, ...(serviceId && { serviceId }), ...(start && { start }), ...(end && { end }) };
}

/** Dispatches to the page around an element what differs between two states. */
export function tellPage(element: HTMLElement, state: CalendarFlowState, before: CalendarFlowState | undefined): void {
  const tell = (name: string, detail: object) =>
    element.dispatchEvent(new CustomEvent(`coach-${name}`, { bubbles: true, composed: true, detail }));
  const { phase, view, date, range, done, problem, bookings } = state;
  if (phase !== 'ready') return;
  if (before?.phase !== 'ready' || before.view !== view || before.date !== date || before.range.from !== range.from)
    tell('view-changed', { view, date, ...range });
  if (done && done !== before?.done) {
    const { intent: act, bookingId: id, change } = done;
    const booking = newsOf(change?.after ?? bookings.find((one) => one.id === id));
    if (act === 'create') tell('booking-created', { booking });
    else if (id) tell('booking-changed', { id, act, booking });
  }
  if (problem && problem !== before?.problem && (problem.bookingId || problem.intent === 'create'))
    tell('booking-failed', { id: problem.bookingId, act: problem.intent, code: problem.code });
}
