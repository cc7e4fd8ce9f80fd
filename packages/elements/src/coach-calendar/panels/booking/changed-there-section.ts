import { nothing } from 'lit';
import type { CalendarProblem, ChangedThere } from '@coach-booking/sdk';
import { fileView } from '../parts/file-view.ts';
import type { BookingContext } from './booking-form.ts';

/** The state of the part about other calendars, once a booking was put back in one. */
export interface ThereForm {
  readonly calendarId: string;
  readonly calendarName: string;
  readonly isPending: boolean;
  readonly problem: CalendarProblem | null;
}

/** The input of its view. */
export interface ThereContext extends BookingContext {
  /** The changes in other calendars that are about the booking as it is now. */
  readonly changes: readonly ChangedThere[];
}

/** Loads the file; tests replace it. */
export const thereFile = { load: async () => (await import('../../changed-there/there-view.ts')).thereView };

/**
 * Renders each connected calendar in which the booking was moved or deleted, the actions for it, and their outcome. It
 * is rare, so its view is a file of its own.
 */
export function changedThereSection(context: BookingContext): unknown {
  const { view, state, booking, form } = context;
  const isAbout = ({ bookingId, start }: ChangedThere): boolean =>
    bookingId === booking.id && Date.parse(start) === Date.parse(booking.start ?? '');
  const changes = state.changedThere?.filter(isAbout) ?? [];
  if (changes.length === 0 && !form.value.there) return nothing;
  return fileView(thereFile, view, thereFile, { ...context, changes });
}
