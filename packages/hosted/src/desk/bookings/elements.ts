import { DeskBookings } from './bookings-page.ts';

/** Makes the list of bookings known; tests give one of their own. */
export function defineBookings(page: typeof DeskBookings = DeskBookings): void {
  customElements.define('coach-desk-bookings', page);
}
