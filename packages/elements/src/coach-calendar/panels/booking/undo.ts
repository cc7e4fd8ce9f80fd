import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import type { Panel } from '../parts/panel.ts';

/**
 * Returns whether the last step of a booking can be undone: as the server allows it, or because it was made here just
 * now.
 */
export function canUndo({ bookings, done }: CalendarFlowState, id: string): boolean {
  const allowed = bookings.some((booking) => booking.id === id && booking.actions.includes('undo'));
  return allowed || (!!done?.undoable && done.bookingId === id);
}

/** Handles `u` in an open panel: undoes the last step of the shown booking, else the last one of all. */
export function undoKey(event: KeyboardEvent, panel: Panel, state: CalendarFlowState, flow: Flow): void {
  const { key, ctrlKey, altKey, metaKey, target } = event;
  if (key !== 'u' || ctrlKey || altKey || metaKey || (target as Element).closest('input, select, textarea')) return;
  const id = panel.kind === 'booking' && canUndo(state, panel.id) ? panel.id : undefined;
  if (id ? state.busy.includes(id) : !state.done?.undoable) return;
  event.preventDefault();
  flow.undo(id);
}
