import type { CoachBooking } from '../coach-booking.ts';
import { Launcher } from './launcher.ts';

const launchers = new WeakMap<CoachBooking, Launcher>();

/**
 * Makes an element with `mode="button"` or `mode="floating"` open the widget in a dialog. Called whenever it comes into
 * a page, which it may have left meanwhile.
 */
export function launch(element: CoachBooking): void {
  if (!element.isConnected) return;
  const launcher = launchers.get(element) ?? new Launcher(element);
  launchers.set(element, launcher);
  launcher.begin();
}
