import { HoursEditor } from '@coach-booking/elements/internal/hours-editor';
import { DeskAvailability } from './availability-page.ts';

/** Makes the elements of the availability known; tests give their own page. */
export function defineAvailability(page: typeof DeskAvailability = DeskAvailability): void {
  customElements.define('coach-desk-hours', class extends HoursEditor {});
  customElements.define('coach-desk-availability', page);
}
