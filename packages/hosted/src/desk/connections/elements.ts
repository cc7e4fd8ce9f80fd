import { AccountsSection } from '../connected-accounts/accounts-section.ts';
import { AccountForm } from './account-form.ts';
import { CalendarChoice } from './calendar-choice.ts';
import { CalendarsInSection } from './calendars-in-section.ts';
import { ChangedSection } from './changed-section.ts';
import { DeskConnections } from './connections-page.ts';

/** Makes the elements of Settings › Connections known; tests give a page of their own. */
export function defineConnections(page: typeof DeskConnections = DeskConnections): void {
  customElements.define('coach-desk-accounts', AccountsSection);
  customElements.define('coach-desk-calendar-account', AccountForm);
  customElements.define('coach-desk-calendar-choice', CalendarChoice);
  customElements.define('coach-desk-calendars-in', CalendarsInSection);
  customElements.define('coach-desk-changed', ChangedSection);
  customElements.define('coach-desk-connections', page);
}
