import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import type { Panel } from '../parts/panel.ts';

/** Whether the last step of a booking can be taken back: by what the server allows, or by what was just done here. */
export function canUndo({ bookings, done }: CalendarFlowState, id: string): boolean {
  const allowed = bookings.some((booking) => booking.id === id && booking.actions.includes('undo'));
  return allowed || (!!done?.undoable && done.bookingId === id);
}

/** `u` in an open panel: takes back the step of the booking that it shows, else what was done last. */
export function undoKey(event: KeyboardEvent, panel: Panel, state: CalendarFlowState, flow: Flow): void {
  const { key, ctrlKey, altKey, metaKey, target } = event;
  if (key !== 'u' || ctrlKey || altKey || metaKey || (target as Element).closest('input, select, textarea')) return;
  const id = panel.kind === 'booking' && canUndo(state, panel.id) ? panel.id : undefined;
  if (id ? state.busy.includes(id) : !state.done?.undoable) return;
  event.preventDefault();
  flow.undo(id);
}
