import type { CoachBooking } from '../coach-booking.ts';
import { Chooser } from './chooser.ts';

const choosers = new WeakMap<CoachBooking, Chooser>();

/** Makes an element with `team` or `coaches` show the choice of a coach, and then the widget of that choice. */
export function launch(element: CoachBooking): void {
  if (!element.isConnected) return;
  const chooser = choosers.get(element) ?? new Chooser(element);
  choosers.set(element, chooser);
  chooser.begin();
}
