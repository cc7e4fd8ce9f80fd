import type { CalendarBooking } from '@coach-booking/sdk';
import type { GridContext } from './grid-context.ts';

/** Returns what a key does with a booking on which the keyboard is: only what is allowed now. */
export function bookingKey(
  { key }: KeyboardEvent,
  { id, actions, attendee }: CalendarBooking,
  { flow, view }: GridContext,
): boolean {
  if (key === 'c' && actions.includes('confirm')) flow.confirm(id);
  else if (key === 'Delete' && actions.includes('cancel')) view.open({ kind: 'booking', id, act: 'cancel' });
  else if (key === 'i' && attendee.kind === 'client')
    view.open({ kind: 'client', id: attendee.id, name: attendee.name, then: { kind: 'booking', id } });
  else return key === 'c' || key === 'Delete' || key === 'i';
  return true;
}
