import type { CalendarBooking, CalendarFlowState, CalendarProblem, CalendarView } from '@coach-booking/sdk';

/** A booking in an event: nothing of the person. One without a time has no start. */
export type CalendarBookingDetail = Pick<CalendarBooking, 'id' | 'coachId' | 'serviceId' | 'start' | 'end' | 'status'>;

/** `act` is `confirm`, `start`, `complete`, `noShow`, `cancel`, `reschedule`, `assign`, `setNotes` or `undo`. */
export interface BookingChangedDetail {
  readonly act: string;
  readonly id: string;
  /** The booking as it is now, where that is known. */
  readonly booking: CalendarBookingDetail | null;
}

/** `bookingId` is null for a new booking, whose `act` is `create`. */
export interface ChangeFailedDetail extends Pick<
  CalendarProblem,
  'kind' | 'code' | 'message' | 'retryable' | 'requestId' | 'bookingId'
> {
  readonly act: string;
}

/** A booking that was opened or closed. */
export interface BookingOpenedDetail {
  readonly id: string;
}

/** Plain dates: that of the view, and the first and the last on the screen. */
export interface ViewChangedDetail {
  readonly view: CalendarView;
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

/** The events that only the calendar has; those about new and refused bookings have the names of the widget's. */
export interface CoachCalendarEventMap {
  'coach-sign-in': CustomEvent<null>;
  'coach-booking-changed': CustomEvent<BookingChangedDetail>;
  'coach-booking-opened': CustomEvent<BookingOpenedDetail>;
  'coach-booking-closed': CustomEvent<BookingOpenedDetail>;
  'coach-view-changed': CustomEvent<ViewChangedDetail>;
}

function detailOf(booking: CalendarBooking): CalendarBookingDetail {
  const { id, coachId, serviceId, start, end, status } = booking;
  return { id, coachId, serviceId, start, end, status };
}

/** Dispatches to the page around an element what differs between two states. */
export function dispatchChanges(
  element: HTMLElement,
  state: CalendarFlowState,
  before: CalendarFlowState | undefined,
): void {
  const dispatch = (name: string, detail: object) =>
    element.dispatchEvent(new CustomEvent(`coach-${name}`, { bubbles: true, composed: true, detail }));
  const { phase, view, date, range, done, problem, bookings } = state;
  if (phase !== 'ready') return;
  if (before?.phase !== 'ready' || before.view !== view || before.date !== date || before.range.from !== range.from)
    dispatch('view-changed', { view, date, from: range.from, to: range.to });
  if (done && done !== before?.done) {
    const { intent: act, bookingId: id, change } = done;
    const made = change?.after ?? bookings.find((one) => one.id === id);
    const booking = made ? detailOf(made) : null;
    if (act === 'create') dispatch('booking-created', booking ?? { id });
    else if (id) dispatch('booking-changed', { act, id, booking });
  }
  if (!problem || problem === before?.problem || (!problem.bookingId && problem.intent !== 'create')) return;
  const { intent: act, kind, code, message, retryable, requestId, bookingId } = problem;
  dispatch('booking-failed', { act, bookingId, kind, code, message, retryable, requestId });
}
