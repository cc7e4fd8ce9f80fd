import type { CalendarBooking } from '@coach-booking/sdk';
import type { GridContext } from './grid-context.ts';

/** Returns the action of a key on the focused booking: only one that is allowed now. */
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
