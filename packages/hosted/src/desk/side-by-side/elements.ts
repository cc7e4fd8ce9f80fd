import { SideCalendar } from './side-calendar.ts';
import { DeskSideBySide } from './side-page.ts';

/** Makes the elements of the calendars side by side known; tests give their own. */
export function defineSideBySide(
  page: typeof DeskSideBySide = DeskSideBySide,
  calendar: typeof SideCalendar = SideCalendar,
): void {
  if (customElements.get('coach-desk-side-by-side')) return;
  customElements.define('coach-side-calendar', calendar);
  customElements.define('coach-desk-side-by-side', page);
}
