import type { CalendarBooking, CalendarFlowState } from '@coach-booking/sdk';
import { typedAt } from '../parts/moment-fields.ts';
import type { Flow } from '../../flow.ts';
import type { LinkForm } from '../../manage-link/link-view.ts';
import type { MeetingForm } from './meeting-section.ts';
import type { ThereForm } from './changed-there-section.ts';
import type { HealthForm } from './answers-view.ts';
import type { MessagesForm } from './messages-section.ts';
import { notLoaded, type Loadable } from '../parts/loadable-view.ts';
import { differsIn, type FormState } from '../parts/form-state.ts';
import type { Panel, View } from '../parts/panel.ts';
import type { NotifyChoice } from '../parts/tell.ts';

/** The view of the booking panel: the booking, the form that moves it, the one that cancels, or its question. */
export type BookingStep = 'card' | 'reschedule' | 'cancel' | 'cancelCheck';

/** The state of the booking panel. */
export interface BookingForm extends Loadable<BookingContext>, NotifyChoice {
  readonly step: BookingStep;
  /** The version of the booking on which what is typed is based. */
  readonly version: number;
  /** The notes as they are being typed; null when they are only read. */
  readonly notes: string | null;
  /** The new date and time, by the clock of the shown zone. */
  readonly date: string;
  readonly time: string;
  readonly duration: string;
  /** See `TypedMoment`. */
  readonly at?: string | undefined;
  readonly reason: string;
  /** Whether the message about the cancellation offers another time. */
  readonly offer: boolean;
  /** Whether the form was sent once: from then on invalid fields are marked. */
  readonly submitted: boolean;
  /** The state of the manage link; absent before the part was opened. */
  readonly link?: LinkForm;
  /** The state of the messages; absent before the part was opened. */
  readonly messages?: MessagesForm;
  /** The answers about health; absent before the part was opened. */
  readonly health?: HealthForm;
  /** The state of the part about other calendars; absent before the first act. */
  readonly there?: ThereForm;
  /** The state of the meeting; absent before the part was opened. */
  readonly meeting?: MeetingForm;
}

/** The input of every part of the booking panel. */
export interface BookingContext {
  readonly panel: Panel;
  readonly view: View;
  readonly state: CalendarFlowState;
  readonly flow: Flow;
  readonly booking: CalendarBooking;
  readonly form: FormState<BookingForm>;
  readonly busy: boolean;
  show(step: BookingStep): void;
  close(): void;
}

/** Returns the panel's first state: the forms start at the booking's own time. */
export function initialBookingForm(
  step: BookingStep,
  { start, duration, version }: CalendarBooking,
  { timeZone, date, services }: CalendarFlowState,
): BookingForm {
  return {
    step,
    version,
    notes: null,
    ...(start ? typedAt(start, timeZone) : { date, time: '' }),
    duration: `${duration ?? services[0]?.duration ?? 60}`,
    reason: '',
    offer: false,
    tell: null,
    submitted: false,
    ...notLoaded,
  };
}

/** Returns whether the open form, or the notes, hold typed work that is not stored. */
export function isTyped(value: BookingForm, booking: CalendarBooking, state: CalendarFlowState): boolean {
  const { step, notes, reason } = value;
  if (notes !== null && notes !== booking.notes) return true;
  if (step === 'card') return false;
  const first = initialBookingForm(step, booking, state);
  return !!reason || (step === 'reschedule' && differsIn(['date', 'time', 'at', 'duration'], value, first));
}
